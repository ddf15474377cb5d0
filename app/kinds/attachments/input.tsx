import { TrashIcon } from '@navikt/aksel-icons'
import { formatFileSize } from '~/forms/file-size'
import { ButtonLink } from '~/ui/button-link'
import { FileInput } from '~/ui/file-input'
import { FileList } from '~/ui/file-list'
import type { InputProps } from '../contract'
import { frameOf } from '../input-frame'
import type { AttachmentsOptions, StoredFile } from './kind'
import { messages } from './messages'

/** A hint to the file chooser; the server tells the type from the content. */
const endings = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.docx,.xlsx,.pptx,.odt,.ods,.odp'

/** The files that are there, each with a link that removes it, and a native field that adds more. */
export function AttachmentsQuestion(props: InputProps<AttachmentsOptions, readonly StoredFile[]>) {
  const { options, typed = [], language, files, text, help } = props
  const says = messages[language]
  const purpose = options.purpose && text(options.purpose)
  return (
    <FileInput
      {...frameOf({ ...props, help: [purpose, help ?? says.limits].filter(Boolean).join('. ') })}
      multiple={options.max > 1}
      accept={endings}
    >
      <FileList
        label={says.list}
        files={typed.map((file) => ({
          key: `${file.sha256} ${file.name}`,
          name: file.name,
          type: file.type,
          meta: formatFileSize(file.size, language),
          ...(files && {
            href: files.href(file),
            action: (
              <ButtonLink to={files.removeHref(file)} variant="tertiary" size="small" icon={<TrashIcon aria-hidden />}>
                {says.remove}
                <span className="sr-only"> {file.name}</span>
              </ButtonLink>
            ),
          }),
        }))}
      />
    </FileInput>
  )
}
