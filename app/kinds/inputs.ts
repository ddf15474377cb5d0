import { AttachmentsQuestion } from './attachments/input'
import { BankgiroQuestion } from './bankgiro/input'
import { ChoiceQuestion } from './choice/input'
import { ChoicesQuestion } from './choices/input'
import type { AnyInput } from './contract'
import { CountTableQuestion } from './count-table/input'
import { DateQuestion } from './date/input'
import { DecimalQuestion } from './decimal/input'
import { EmailQuestion } from './email/input'
import { IdentityNumberQuestion } from './identity-number/input'
import { IntegerQuestion } from './integer/input'
import { MoneyQuestion } from './money/input'
import { MunicipalitiesQuestion } from './municipalities/input'
import { OrderedListQuestion } from './ordered-list/input'
import { OrgNumberQuestion } from './org-number/input'
import { PeriodQuestion } from './period/input'
import { PhoneQuestion } from './phone/input'
import { PlusgiroQuestion } from './plusgiro/input'
import { PostcodeQuestion } from './postcode/input'
import { RowChoiceQuestion } from './row-choice/input'
import { ScaleQuestion } from './scale/input'
import { ScaleMatrixQuestion } from './scale-matrix/input'
import { TableQuestion } from './table/input'
import { TextQuestion } from './text/input'
import { YesNoQuestion } from './yes-no/input'
import { YesNoListQuestion } from './yes-no-list/input'

/** The inputs by their kind's name. Nothing here knows how an answer is judged. */
export const inputs: Readonly<Record<string, AnyInput>> = {
  text: TextQuestion,
  integer: IntegerQuestion,
  money: MoneyQuestion,
  decimal: DecimalQuestion,
  'yes-no': YesNoQuestion,
  choice: ChoiceQuestion,
  choices: ChoicesQuestion,
  'count-table': CountTableQuestion,
  'yes-no-list': YesNoListQuestion,
  scale: ScaleQuestion,
  'scale-matrix': ScaleMatrixQuestion,
  'ordered-list': OrderedListQuestion,
  'org-number': OrgNumberQuestion,
  'identity-number': IdentityNumberQuestion,
  plusgiro: PlusgiroQuestion,
  bankgiro: BankgiroQuestion,
  postcode: PostcodeQuestion,
  phone: PhoneQuestion,
  email: EmailQuestion,
  date: DateQuestion,
  period: PeriodQuestion,
  municipalities: MunicipalitiesQuestion,
  attachments: AttachmentsQuestion,
  table: TableQuestion,
  'row-choice': RowChoiceQuestion,
}
