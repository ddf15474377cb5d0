import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfObject, type PdfRef, PdfString } from '@libpdf/core'
import { sha256 } from './cms.server'

/** What the signature dictionary and its invisible field say (ISO 32000-1, 12.8.1). */
export interface SignaturePlace {
  /** Unique in the document, e.g. «Underskrift». */
  readonly field: string
  /** What a screen reader says of the field. */
  readonly description: string
  readonly name: string
  readonly reason: string
  readonly at: Date
}

/** Room for a CMS with its certificates and time stamp, bytes. */
const room = 12_288
/** Ten digits each, so that any offset fits; found again by these very digits. */
const unset = [9_999_999_999, 9_999_999_998, 9_999_999_997] as const

/**
 * Appends a signature to a PDF as a revision of its own (the bytes before stay as they are). `makeCms` gets the SHA-256
 * of everything but the place of the signature itself and gives the CMS. Throws when the CMS does not fit.
 */
export async function placeSignature(
  bytes: Uint8Array,
  place: SignaturePlace,
  makeCms: (digest: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  addField(pdf, place)
  const saved = await pdf.save({ incremental: true })
  const ranges = patchRanges(saved)
  const cms = await makeCms(sha256(Buffer.concat(ranges.map(([from, to]) => saved.subarray(from, to)))))
  if (cms.length > room) throw new Error(`The signature has ${cms.length} bytes, more than the ${room} kept for it`)
  saved.set(Buffer.from(Buffer.from(cms).toString('hex'), 'latin1'), ranges[0][1] + 1)
  return saved
}

function addField(pdf: PDF, place: SignaturePlace): void {
  const page = pdf.getPage(0)
  if (!page) throw new Error('A document without pages cannot be signed')
  const signature = pdf.register(
    PdfDict.of({
      Type: PdfName.of('Sig'),
      Filter: PdfName.of('Adobe.PPKLite'),
      SubFilter: PdfName.of('ETSI.CAdES.detached'),
      ByteRange: PdfArray.of(PdfNumber.of(0), ...unset.map((number) => PdfNumber.of(number))),
      Contents: new PdfString(new Uint8Array(room), 'hex'),
      M: PdfString.fromString(pdfDate(place.at)),
      Name: PdfString.fromString(place.name),
      Reason: PdfString.fromString(place.reason),
    }),
  )
  const field = pdf.register(
    PdfDict.of({
      Type: PdfName.of('Annot'),
      Subtype: PdfName.of('Widget'),
      FT: PdfName.of('Sig'),
      T: PdfString.fromString(place.field),
      TU: PdfString.fromString(place.description),
      V: signature,
      // Printed and locked (PDF/A asks for «print»); without extent, so nothing is drawn.
      F: PdfNumber.of(132),
      P: page.ref,
      Rect: PdfArray.of(...[0, 0, 0, 0].map((number) => PdfNumber.of(number))),
    }),
  )
  const resolve = (ref: PdfRef) => pdf.getObject(ref)
  page.dict.set('Annots', extended(page.dict.getArray('Annots', resolve), field))
  const catalog = pdf.getCatalog()
  const form = catalog.getDict('AcroForm', resolve)
  if (form) {
    form.set('Fields', extended(form.getArray('Fields', resolve), field))
    form.set('SigFlags', PdfNumber.of(3))
  } else {
    const made = PdfDict.of({ Fields: PdfArray.of(field), SigFlags: PdfNumber.of(3) })
    catalog.set('AcroForm', pdf.register(made))
  }
}

/** A new list, so that the change is seen when the revision is written. */
function extended(list: PdfArray | undefined, item: PdfObject): PdfArray {
  return PdfArray.of(...(list?.toArray() ?? []), item)
}

type Range = readonly [from: number, to: number]

/** Writes the true byte range into the newest signature, and gives the two ranges that are signed. */
function patchRanges(bytes: Uint8Array): readonly [Range, Range] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const written = `[0 ${unset.join(' ')}]`
  const at = text.lastIndexOf(written)
  const hole = `<${'0'.repeat(2 * room)}>`
  const start = text.indexOf(hole, at)
  if (at < 0 || start < 0) throw new Error('The place of the signature was not found')
  const end = start + hole.length
  const value = `[0 ${start} ${end} ${bytes.length - end}]`.padEnd(written.length, ' ')
  text.write(value, at, 'latin1')
  return [
    [0, start],
    [end, bytes.length],
  ]
}

/** «D:20210115104207Z» */
function pdfDate(at: Date): string {
  return `D:${at.toISOString().replace(/[-:T]|\.\d+/g, '')}`
}
