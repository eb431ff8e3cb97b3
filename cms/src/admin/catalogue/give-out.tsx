/** Gives out the measures of a plan as a file. */
import { Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import type { ChosenPlan } from '../../catalogue/plans'
import { saveFile } from '../save-file'

const FORMATS = { xlsx: 'Als Excel-Tabelle ausgeben', csv: 'Als CSV ausgeben' } as const

type Format = keyof typeof FORMATS

export function GiveOut({ plan }: { plan: ChosenPlan }) {
  const { get } = useFetchClient()
  const { toggleNotification } = useNotification()
  const giveOut = async (format: Format) => {
    try {
      const address = `/catalogue/export?plan=${plan.documentId}&format=${format}`
      const { data } = await get<Blob>(address, { responseType: 'blob' })
      saveFile(data, `Maßnahmen ${plan.title}.${format}`)
    } catch {
      toggleNotification({ type: 'danger', message: 'Das ging gerade nicht. Bitte versuchen Sie es noch einmal.' })
    }
  }
  return (
    <section>
      <Typography tag="h2" variant="delta">Ausgeben</Typography>
      <Typography tag="p">
        Eine Zeile für jede Maßnahme. Sie können die Tabelle ändern und wieder einlesen. Wer sie in einem
        Tabellenprogramm ändert, nimmt die Excel-Tabelle: In CSV-Dateien machen manche Programme aus „1.10“ ein Datum.
      </Typography>
      <Flex gap={2} wrap="wrap">
        <Button variant="secondary" onClick={() => void giveOut('xlsx')}>{FORMATS.xlsx}</Button>
        <Button variant="tertiary" onClick={() => void giveOut('csv')}>{FORMATS.csv}</Button>
      </Flex>
    </section>
  )
}
