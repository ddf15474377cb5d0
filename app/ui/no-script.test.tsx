import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { NoScript } from './no-script'

test('one within another does not end it', () => {
  const page = (
    <NoScript>
      before
      <NoScript>within</NoScript>
      after
    </NoScript>
  )
  expect(renderToStaticMarkup(page)).toBe('<noscript>beforewithinafter</noscript>')
})
