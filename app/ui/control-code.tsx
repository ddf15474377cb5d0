/** A control code (a hash in hex) in groups of eight, so that two can be compared by eye. */
export function ControlCode({ code }: { readonly code: string }) {
  return <code className="control-code">{code.match(/.{1,8}/g)?.join(' ')}</code>
}
