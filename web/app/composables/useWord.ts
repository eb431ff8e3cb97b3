/** The word of a closed list in the language of the page; that it is unknown, where nobody said which. */
export function useWord(): (
  list:
    | 'articleKind'
    | 'certainty'
    | 'kind'
    | 'lineageKind'
    | 'nameKind'
    | 'organisationKind'
    | 'outcome'
    | 'role'
    | 'sourceKind'
    | 'subject',
  value: string,
) => string {
  const { t } = useI18n()
  return (list, value) => value === 'unknown' ? t('word.unknown') : t(`words.${list}.${value}`)
}
