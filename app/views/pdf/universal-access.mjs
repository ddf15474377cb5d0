// Typst writes one standard at a time. This adds what PDF/UA-1 (ISO 14289-1) asks for beyond PDF/A-3a: the title in the
// window, and the identification in the metadata with its extension schema. Before signing, since it rewrites the file.
import { decodePDFRawStream, PDFBool, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

const namespace = 'http://www.aiim.org/pdfua/ns/id/'
const identification = `<rdf:Description rdf:about="" xmlns:pdfuaid="${namespace}"><pdfuaid:part>1</pdfuaid:part></rdf:Description>`
const schema = [
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>`,
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>',
].join('')
const schemas = [
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  `<pdfaExtension:schemas><rdf:Bag>${schema}</rdf:Bag></pdfaExtension:schemas></rdf:Description>`,
].join('')

/**
 * A PDF/A-3a file of Typst's as PDF/A-3a and PDF/UA-1.
 * @param {Uint8Array} pdf
 * @returns {Promise<Uint8Array>}
 */
export async function addUniversalAccess(pdf) {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  const { catalog, context } = document
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({})
  preferences.set(PDFName.of('DisplayDocTitle'), PDFBool.True)
  catalog.set(PDFName.of('ViewerPreferences'), preferences)

  const reference = catalog.get(PDFName.of('Metadata'))
  const stream = catalog.lookup(PDFName.of('Metadata'), PDFRawStream)
  const metadata = withIdentification(new TextDecoder().decode(decodePDFRawStream(stream).decode()))
  context.assign(reference, context.stream(new TextEncoder().encode(metadata), { Type: 'Metadata', Subtype: 'XML' }))
  return document.save({ useObjectStreams: true, updateFieldAppearances: false })
}

/** @param {string} xml */
function withIdentification(xml) {
  const bag = /<pdfaExtension:schemas>\s*<rdf:Bag>/
  return bag.test(xml)
    ? xml.replace(bag, (found) => found + schema).replace('</rdf:RDF>', `${identification}</rdf:RDF>`)
    : xml.replace('</rdf:RDF>', `${schemas}${identification}</rdf:RDF>`)
}
