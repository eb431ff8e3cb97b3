/** Who changed something and when, by the clock in Hannover: „Rita Redaktion, 12.03.2024, 10:15 Uhr“. */
export function byWhom({ who, when }: { who: string, when: string }): string {
  const moment = new Date(when)
    .toLocaleString('de', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Berlin' })
  return `${who}, ${moment} Uhr`
}
