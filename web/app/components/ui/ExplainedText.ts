/** A text in whatever language it is in, with links to what its terms mean, where the page explains them. */
import { h } from 'vue'
import { localeOf } from 'shared-types'
import type { Text } from '~~/server/cms/text'

export default defineComponent(
  (props: { text: Text }) => {
    const { locale } = useI18n()
    const parts = useTermParts()(props.text)
    return () => {
      const words = parts.map(part =>
        part.term
          ? h('a', termLink(part, props.text.locale), isolated(part.text, props.text.locale))
          : isolated(part.text, props.text.locale),
      )
      const { language, direction } = localeOf(props.text.locale)
      return props.text.locale === locale.value ? words : h('span', { lang: language, dir: direction }, words)
    }
  },
  { props: ['text'] },
)
