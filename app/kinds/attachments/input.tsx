import { TrashIcon } from '@navikt/aksel-icons'
import { formatFileSize } from '~/forms/file-size'
import { ButtonLink } from '~/ui/button-link'
import { Box, Marked } from '~/ui/choice'
import { FileInput } from '~/ui/file-input'
import { FileList } from '~/ui/file-list'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import { fileText } from '../posted'
import type { AttachmentsOptions, StoredFile } from './kind'
import { messages } from './messages'

/** A hint to the file chooser; the server tells the type from the content. */
const endings = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.docx,.xlsx,.pptx,.odt,.ods,.odp'

type Props = InputProps<AttachmentsOptions, readonly StoredFile[]>

/**
 * The files that are there, and a native field that adds more. A question of its own has a link at each that removes it; in
 * a row, which is saved whole, each is a box that keeps it.
 */
export function AttachmentsQuestion(props: Props) {
  const { name, options, typed = [], language, files, text, help } = props
  const says = messages[language]
  const purpose = options.purpose && text(options.purpose)
  const isInRow = name.includes('.')
  return (
    <FileInput
      {...frameOf({ ...props, help: [purpose, help ?? says.limits].filter(Boolean).join('. ') })}
      multiple={options.max > 1}
      accept={endings}
    >
      <FileList
        label={says.list}
        files={typed.map((file, index) => ({
          key: `${file.sha256} ${file.name}`,
          name: file.name,
          type: file.type,
          meta: formatFileSize(file.size, language),
          ...(files && { href: files.href(file) }),
          ...(isInRow ? { action: <Keep {...{ name, file, index, says }} /> } : removing(file, files, says)),
        }))}
      />
    </FileInput>
  )
}

type Says = (typeof messages)['sv']

function removing(file: StoredFile, files: Props['files'], says: Says) {
  if (!files) return {}
  return {
    action: (
      <ButtonLink to={files.removeHref(file)} variant="tertiary" size="small" icon={<TrashIcon aria-hidden />}>
        {says.remove}
        <span className="sr-only"> {file.name}</span>
      </ButtonLink>
    ),
  }
}

interface KeepProps {
  readonly name: string
  readonly file: StoredFile
  readonly index: number
  readonly says: Says
}

/** Posts the file again; without the tick it leaves the row when the page is saved. */
function Keep({ name, file, index, says }: KeepProps) {
  const label = (
    <>
      {says.keep}
      <span className="sr-only"> {file.name}</span>
    </>
  )
  const value = fileText(file)
  return (
    <div>
      <Marked kind="checkbox" id={`${name}-${index}`} option={{ value, label }} size="small" wrong={false}>
        {(id) => <Box id={id} name={name} value={value} defaultChecked onChange={undefined} describedBy={undefined} />}
      </Marked>
    </div>
  )
}
