/**
 * The admin as volunteers see it: in German, with the portal's own words, and without what leads away from the work.
 */
import type { StrapiApp } from '@strapi/strapi/admin'
import mark from '../../../web/public/favicon.svg'
import { words } from '../../../shared-types/languages/de.json'
import { KeptWordsPanel } from './kept-words/panel'
import { LANGUAGE_NAMES } from './languages-list'
import { openRequests } from './requests'
import { keepAnswersOfRefusedChanges, keepFormWithoutAnswer } from './requests/refused-changes'
import { closeOneAtATime } from './sign-in/open-dialogs'
import { type Action, askingFirst, askingFirstOfMany } from './deleting/actions'
import { BinPanel } from './deleting/bin-panel'
import { DELETING } from './german/reworded'
import { REWORDED, STRAPI_IN_GERMAN } from './german/words'
import { DIALOG_STYLE } from './session/style'
import { COMPARISON_STYLE } from './together/elements'
import { TogetherPanel } from './together/presence-panel'
import { fitForm } from './translation-form'
import { TranslationPanel } from './translation-panel'
import { WithdrawalPanel } from './withdrawal-panel'

/**
 * Where Strapi's admin keeps the language it was last used in, and that its banner about a new media library is closed.
 */
const LANGUAGE_KEY = 'strapi-admin-language'
const BANNER_KEYS = [
  'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_true:undefined', 'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_true:false',
]

/** Text fields show each language from its own side, and German fragments in Arabic where they belong. */
const DIRECTION_BY_TEXT = 'input, textarea, [contenteditable="true"] { unicode-bidi: plaintext; text-align: start; }'

if (!localStorage.getItem(LANGUAGE_KEY)) localStorage.setItem(LANGUAGE_KEY, 'de')
for (const key of BANNER_KEYS) localStorage.setItem(key, 'true')
openRequests()

export default {
  config: {
    locales: ['de'],
    notifications: { releases: false },
    tutorials: false,
    auth: { logo: mark },
    menu: { logo: mark },
    head: { favicon: mark },
    translations: {
      // Strapi uses an enum's value as the id of its label. The words are those that readers see.
      de: Object.assign(
        {}, REWORDED, STRAPI_IN_GERMAN, DELETING, LANGUAGE_NAMES,
        ...Object.values(words),
      ),
    },
  },

  register(app: StrapiApp): void {
    app.addMiddlewares([() => keepFormWithoutAnswer])
  },

  bootstrap(app: StrapiApp): void {
    keepAnswersOfRefusedChanges()
    const style = document.createElement('style')
    style.textContent = DIRECTION_BY_TEXT + DIALOG_STYLE + COMPARISON_STYLE
    document.head.append(style)
    closeOneAtATime()
    app.addSettingsLink('global', {
      id: 'sign-in-links',
      to: 'sign-in-links',
      intlLabel: { id: 'sign-in-links', defaultMessage: 'Zugänge' },
      permissions: [{ action: 'admin::users.update', subject: null }],
      Component: () => import('./sign-in/links-page'),
    })
    const { addBulkAction, addDocumentAction, addEditViewSidePanel } = app.getPlugin('content-manager').apis
    if (typeof addDocumentAction === 'function') addDocumentAction((actions: Action[]) => askingFirst(actions))
    if (typeof addBulkAction === 'function') addBulkAction((actions: Action[]) => askingFirstOfMany(actions))
    if (typeof addEditViewSidePanel === 'function')
      addEditViewSidePanel([KeptWordsPanel, TogetherPanel, TranslationPanel, BinPanel, WithdrawalPanel])
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', fitForm)
  },
}
