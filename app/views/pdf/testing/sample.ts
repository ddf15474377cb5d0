import { createHash } from 'node:crypto'
import type { FileValue } from '~/forms/display'
import type { Summary, SummaryAnswer } from '~/views/summary/summary'
import type { PrintedDocument } from '../document'

function answer(id: string, label: string, text: string, more: Partial<SummaryAnswer> = {}): SummaryAnswer {
  return { id, label, status: 'answered', display: { type: 'text', text }, explanations: [], ...more }
}

const ledger: FileValue = {
  name: 'huvudbok-personligt-ombud-2020 Á ŋ đ.xlsx',
  type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  size: 41_233,
  sha256: createHash('sha256').update('ledger').digest('hex'),
}

const clients = [
  ['total', 'Totalt', '83', '66', '149'],
  ['from18', '18–29 år', '14', '16', '30'],
  ['from30', '30–49 år', '35', '23', '58'],
  ['from50', '50–64 år', '30', '23', '53'],
  ['from65', '65 år och äldre', '4', '4', '8'],
] as const

/** A summary with every shape of answer; names and words need every letter of Swedish, Sámi, Finnish and Polish. */
export const sampleSummary: Summary = {
  language: 'sv',
  title: 'Personligt ombud: återrapportering för 2020',
  subtitle: 'Till Länsstyrelsen Stockholm · SFS 2013:522',
  pages: [
    {
      id: 'contact',
      title: 'Kontaktuppgifter',
      groups: [
        {
          answers: [
            answer('person', 'Kontaktperson', 'Áŋŋa Đuoŋŋá Čáhci-Šaŋŋá'),
            answer('second', 'Enhetschef', 'Łucja Žižka-Ŧuolpu', { follows: 'person' }),
            answer('email', 'E-post', 'soc@botkyrka.example'),
          ],
        },
      ],
    },
    {
      id: 'representatives',
      number: '1',
      title: 'Personliga ombud',
      groups: [
        {
          answers: [
            answer('posts', 'Tjänster i kommunen', '2,80', { display: { type: 'text', text: '2,80', numeric: true } }),
            answer('training', 'Har ombuden erbjudits utbildning?', 'Nej'),
            answer('why', 'Varför inte?', 'Inställt på grund av pandemin.', {
              follows: 'training',
              explanations: [
                {
                  check: 'c',
                  question: 'Alla fick utbildning förra året.',
                  words: 'Kurserna ställdes in.\nNya i höst.',
                },
              ],
            }),
            answer(
              'supervision',
              'Vilken handledning?',
              'Löpande, tillsammans med en grannkommuns ombud; digitalt sedan mars.\n\nVid behov enskilt. Tecken som inte är märkning: *a* _b_ #set $x$ @ref <script> \\ & "citat".',
            ),
          ],
        },
      ],
    },
    {
      id: 'clients',
      number: '2',
      title: 'Klienter under året',
      groups: [
        {
          title: 'Alla klienter',
          answers: [
            answer('all', 'Hur många klienter har fått stöd?', '', {
              number: '2a',
              display: {
                type: 'table',
                corner: 'Ålder',
                columns: ['Kvinnor', 'Män', 'Summa'].map((label) => ({ label, numeric: true })),
                rows: clients.map(([id, label, ...cells]) => ({ id, label, cells, strong: id === 'total' })),
              },
            }),
            answer('priority', 'Vilka går först?', '', {
              display: { type: 'lines', ordered: true, lines: ['Unga', 'Personer med barn', 'Övriga'] },
            }),
            answer('reasons', 'Vad har påverkat?', '', {
              display: { type: 'lines', lines: ['Ökad efterfrågan', 'Planerad utbildning kunde inte hållas'] },
            }),
          ],
        },
      ],
    },
    {
      id: 'economy',
      number: '7',
      title: 'Ekonomi',
      groups: [
        {
          answers: [
            answer('granted', 'Beviljat', '1\u00A0127\u00A0386\u00A0kr'),
            answer('used', 'Använt', '1\u00A0127\u00A0386\u00A0kr'),
            answer('remaining', 'Kvar att betala tillbaka', '0\u00A0kr'),
            answer('ledger', 'Huvudbok', '', { display: { type: 'file', files: [ledger] } }),
            answer('comment', 'Kommentar', '', { status: 'notAnswered', display: { type: 'empty' } }),
          ],
        },
      ],
    },
  ],
  attachments: [ledger],
}

const record = '{"answers":{"used":1127386},"bidra":1}'

/** A document to sign, with the summary above. */
export const sampleDocument: PrintedDocument = {
  language: 'sv',
  summary: sampleSummary,
  recipient: { name: 'Botkyrka kommun', board: 'Socialnämnden', orgNumber: '212000-2882' },
  agency: 'Länsstyrelsen Stockholm',
  caseNumber: '821-1234-2021',
  ownCaseNumber: 'SN 2021:1',
  deadline: '2021-01-15T22:59:59.000Z',
  at: '2021-01-15T09:30:00.000Z',
  affirmation: 'Jag intygar att uppgifterna stämmer och att pengarna har använts till det som de gavs för.',
  content: {
    state: 'final',
    record,
    recordHash: createHash('sha256').update(record).digest('hex'),
    signatory: {
      name: 'Kim Korallrot',
      title: 'stöd- och utvecklingschef',
      organisation: 'Botkyrka kommun',
      decision: 'Delegationsordning 2020, punkt 4.3',
    },
    requestedBy: 'Ylva Ängsull',
    verifyAt: 'https://bidra.example/kontrollera',
    trial: true,
  },
}
