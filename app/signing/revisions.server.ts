import {
  PDF,
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNumber,
  type PdfObject,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core'
import type { ForeignChange } from './verification'

/** Keys of the catalog that signing and archiving may add to: validation data, and the developer extensions for it. */
const catalogMayChange = ['AcroForm', 'DSS', 'Extensions']

/**
 * What a later revision of a PDF changed besides adding signatures, document time stamps and their validation data:
 * every object that can be reached from the catalog is compared, page by page. Empty when nothing else was changed.
 */
export async function foreignChanges(before: Uint8Array, after: Uint8Array): Promise<ForeignChange[]> {
  const [old, now] = [await open(before), await open(after)]
  if (!old || !now) return [{ what: 'other' }]
  return new Comparison(old, now).run()
}

/** Opens a PDF as its cross-reference tables say; undefined when they are broken: guessing is no way to verify. */
async function open(bytes: Uint8Array): Promise<PDF | undefined> {
  try {
    const pdf = await PDF.load(bytes)
    return pdf.recoveredViaBruteForce || pdf.isEncrypted ? undefined : pdf
  } catch {
    return undefined
  }
}

class Comparison {
  private readonly changes: ForeignChange[] = []
  /** Pairs that are compared already or are being compared: the objects of a PDF refer to each other in circles. */
  private readonly seen = new Set<string>()

  constructor(
    private readonly old: PDF,
    private readonly now: PDF,
  ) {}

  run(): ForeignChange[] {
    const [oldPages, nowPages] = [this.old.getPages(), this.now.getPages()]
    for (let i = 0; i < Math.max(oldPages.length, nowPages.length); i++) {
      const [one, other] = [oldPages[i], nowPages[i]]
      if (!one || !other || !this.samePage(one, other)) this.changes.push({ page: i + 1, what: 'page' })
    }
    const [catalog, newCatalog] = [this.old.getCatalog(), this.now.getCatalog()]
    if (!this.sameForm(catalog.get('AcroForm'), newCatalog.get('AcroForm'))) this.changes.push({ what: 'form' })
    const attachments = ['Names', 'AF']
    if (!attachments.every((key) => this.same(catalog.get(key), newCatalog.get(key)))) {
      this.changes.push({ what: 'attachment' })
    }
    if (!this.sameDict(catalog, newCatalog, [...catalogMayChange, ...attachments])) this.changes.push({ what: 'other' })
    return this.changes
  }

  private samePage(one: { ref: PdfRef; dict: PdfDict }, other: { ref: PdfRef; dict: PdfDict }): boolean {
    this.seen.add(pair(one.ref, other.ref))
    return (
      one.ref.objectNumber === other.ref.objectNumber &&
      this.onlySignaturesAdded(one.dict.get('Annots'), other.dict.get('Annots')) &&
      this.sameDict(one.dict, other.dict, ['Annots', 'Parent'])
    )
  }

  private sameForm(one: PdfObject | undefined, other: PdfObject | undefined): boolean {
    const [form, newForm] = [this.resolve(this.old, one), this.resolve(this.now, other)]
    if (!form && !newForm) return true
    if (!(newForm instanceof PdfDict) || (form && !(form instanceof PdfDict))) return false
    const dict = form instanceof PdfDict ? form : PdfDict.of({})
    return (
      this.onlySignaturesAdded(dict.get('Fields'), newForm.get('Fields')) &&
      this.sameDict(dict, newForm, ['Fields', 'SigFlags'])
    )
  }

  /** Every old item is there, unchanged and in its place; each new one is a signature that shows nothing on the page. */
  private onlySignaturesAdded(one: PdfObject | undefined, other: PdfObject | undefined): boolean {
    const [list, newList] = [this.resolve(this.old, one), this.resolve(this.now, other)]
    const items = list instanceof PdfArray ? list.toArray() : []
    const newItems = newList instanceof PdfArray ? newList.toArray() : []
    if ((list && !(list instanceof PdfArray)) || newItems.length < items.length) return false
    return (
      items.every((item, i) => this.same(item, newItems[i])) &&
      newItems.slice(items.length).every((item) => this.isUnseenSignature(item))
    )
  }

  private isUnseenSignature(item: PdfObject): boolean {
    const field = this.resolve(this.now, item)
    if (!(field instanceof PdfDict) || field instanceof PdfStream) return false
    const resolve = (ref: PdfRef) => this.now.getObject(ref)
    const rectangle = field.getArray('Rect', resolve)?.toArray() ?? []
    return (
      field.getName('FT')?.value === 'Sig' &&
      field.getName('Subtype')?.value === 'Widget' &&
      ['Kids', 'A', 'AA', 'MK', 'AP'].every((key) => !field.has(key)) &&
      rectangle.length === 4 &&
      rectangle.every((side) => side instanceof PdfNumber && side.value === 0)
    )
  }

  private resolve(pdf: PDF, value: PdfObject | undefined): PdfObject | undefined {
    if (!(value instanceof PdfRef)) return value
    const found = pdf.getObject(value) ?? undefined
    return found instanceof PdfRef ? undefined : found
  }

  private same(one: PdfObject | undefined, other: PdfObject | undefined): boolean {
    if (one instanceof PdfRef && other instanceof PdfRef) {
      const key = pair(one, other)
      if (this.seen.has(key)) return true
      this.seen.add(key)
    }
    const [a, b] = [this.resolve(this.old, one), this.resolve(this.now, other)]
    if (a === undefined || b === undefined) return a === b
    if (a instanceof PdfStream || b instanceof PdfStream) return this.sameStream(a, b)
    if (a instanceof PdfDict) return b instanceof PdfDict && this.sameDict(a, b)
    if (a instanceof PdfArray) {
      const [items, others] = [a.toArray(), b instanceof PdfArray ? b.toArray() : undefined]
      return items.length === others?.length && items.every((item, i) => this.same(item, others[i]))
    }
    return sameScalar(a, b)
  }

  private sameStream(one: PdfObject, other: PdfObject): boolean {
    if (!(one instanceof PdfStream) || !(other instanceof PdfStream)) return false
    return Buffer.compare(one.data, other.data) === 0 && this.sameDict(one, other, ['Length'])
  }

  private sameDict(one: PdfDict, other: PdfDict, except: readonly string[] = []): boolean {
    const keys = new Set([...one.keys(), ...other.keys()].map((key) => key.value))
    return [...keys].every((key) => except.includes(key) || this.same(one.get(key), other.get(key)))
  }
}

function pair(one: PdfRef, other: PdfRef): string {
  return `${one.objectNumber}/${one.generation}:${other.objectNumber}/${other.generation}`
}

function sameScalar(one: PdfObject, other: PdfObject): boolean {
  if (one instanceof PdfString) return other instanceof PdfString && Buffer.compare(one.bytes, other.bytes) === 0
  if (one instanceof PdfName) return other instanceof PdfName && one.value === other.value
  if (one instanceof PdfNumber) return other instanceof PdfNumber && one.value === other.value
  if (one instanceof PdfBool) return other instanceof PdfBool && one.value === other.value
  return one.type === other.type
}
