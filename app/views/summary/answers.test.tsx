import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { sampleSummary } from '../pdf/testing/sample'
import { Answers } from './answers'

const html = renderToStaticMarkup(
  <Answers
    summary={sampleSummary}
    fileHref={(file) => `/filer/${file.sha256}`}
    pageEnd={(page) => <a href={`/sida/${page.id}`}>Ändra {page.title}</a>}
    answerEnd={(answer) => (answer.id === 'used' ? <i>2019: 1 082 940 kr</i> : null)}
  />,
)

test('every page, group, question and answer is there, in the order of the document', () => {
  const order = ['Kontaktuppgifter', '1. Personliga ombud', '2. Klienter under året', 'Alla klienter', '7. Ekonomi']
  const places = order.map((words) => html.indexOf(words))
  expect(places).toEqual([...places].sort((one, other) => one - other))
  expect(places).not.toContain(-1)
  for (const words of ['Áŋŋa Đuoŋŋá Čáhci-Šaŋŋá', '2,80', '<th scope="row">65 år och äldre</th>', 'Inte besvarad']) {
    expect(html).toContain(words)
  }
})

test('text is text: what looks like markup is escaped', () => {
  expect(html).toContain('&lt;script&gt;')
  expect(html).not.toContain('<script>')
})

test('files are links, pages have their end, answers theirs, and both can be linked to', () => {
  expect(html).toMatch(/<a href="\/filer\/[0-9a-f]{64}">huvudbok-personligt-ombud-2020 Á ŋ đ\.xlsx<\/a>/)
  expect(html).toContain('Ändra Ekonomi')
  expect(html).toContain('<i>2019: 1 082 940 kr</i>')
  expect(html).toContain('id="svar-economy"')
  expect(html).toContain('id="svar-used"')
})

test('an explanation stands with the question that it answers', () => {
  expect(html).toContain('Alla fick utbildning förra året.')
  expect(html).toContain('Kurserna ställdes in.')
})
