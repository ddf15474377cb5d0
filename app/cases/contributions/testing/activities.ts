import { parse } from 'yaml'

/** A form with a table that somebody else can fill in, and texts and rules that would tell of what they must not see. */
export const activitiesForm: unknown = parse(`
id: activities-return
programme: activities
kind: return
reviewer: county
title: { sv: Aktiviteter, en: Activities }
shortTitle: { sv: Aktiviteter, en: Activities }
affirmation: { sv: Det stämmer., en: It is correct. }
pages:
  - id: money
    title: { sv: Pengar, en: Money }
    questions:
      - { id: total, kind: money, label: { sv: Totalt, en: Total } }
      - { id: secret, kind: text, label: { sv: Annat, en: Other } }
  - id: activities
    title: { sv: "Aktiviteter av {a.total | kr}", en: "Activities of {a.total | kr}" }
    questions:
      - id: activities
        kind: table
        label: { sv: Aktiviteter, en: Activities }
        help: { sv: "Högst {a.total | kr} och {a.secret}.", en: "At most {a.total | kr} and {a.secret}." }
        options:
          rowLabel: { sv: Aktivitet, en: Activity }
          columns:
            - { id: name, kind: text, label: { sv: Aktivitet, en: Activity } }
            - { id: cost, kind: money, label: { sv: Kostnad, en: Cost }, sum: true }
      - { id: comment, kind: text, label: { sv: Kommentar, en: Comment }, optional: true }
      - id: left
        kind: money
        label: { sv: Kvar, en: Left }
        value: a.total.value() - sum(a.activities.map(x, x.cost))
      - { id: attachments, kind: attachments, label: { sv: Filer, en: Files }, optional: true }
checks:
  - id: within
    holds: sum(a.activities.map(x, x.cost)) * 10 <= a.total.value()
    at: [activities]
    text: { sv: "Mer än en tiondel av {a.total | kr}.", en: "More than a tenth of {a.total | kr}." }
`)
