/**
 * The admin as volunteers see it: in German, with the portal's own words, and without what leads away from the work.
 */
import type { StrapiApp } from '@strapi/strapi/admin'
import mark from '../../../web/public/favicon.svg'
import { AutosavePanel } from './autosave/panel'
import { KeptWordsOfWindow, KeptWordsPanel } from './kept-words/panel'
import { inGermanColumns } from './lists/columns'
import { LISTS_STYLE } from './lists/style'
import { GivenValues } from './menu/given-values'
import { Plus } from './menu/plus'
import { collectionsByWork, singlesByWork } from './menu/work'
import { openRequests } from './requests'
import { keepAnswersOfRefusedChanges, keepFormWithoutAnswer } from './requests/refused-changes'
import { AppointmentPanel } from './appointments/panel'
import { BESIDE_STYLE } from './beside/style'
import { CatalogueLink } from './catalogue/list-link'
import { CATALOGUE_STYLE } from './catalogue/style'
import { ChecksPanel } from './checks/panel'
import { CHECKS_STYLE } from './checks/style'
import { CommentsPanel } from './comments-panel'
import { ConsentSheetPanel } from './consent-sheets/panel'
import { CONSENT_SHEET_STYLE } from './consent-sheets/style'
import { DATE_FIELD } from './dates/as-date'
import { DateField } from './dates/date-field'
import { HandoverPanel } from './handover/panel'
import { HistoryPanel } from './history/panel'
import { HISTORY_STYLE } from './history/style'
import { OfferedUpdatePanel } from './offered-updates/panel'
import { closeOneAtATime } from './sign-in/open-dialogs'
import { type Action, askingFirst, askingFirstOfMany } from './deleting/actions'
import { BinPanel } from './deleting/bin-panel'
import { DESK_STYLE } from './desk/style'
import { FORMAL } from './german/formal'
import { MANY } from './german/kinds'
import { DELETING } from './german/reworded'
import { CLOSED_LISTS } from './german/closed-lists'
import { REWORDED, STRAPI_IN_GERMAN } from './german/words'
import { FORM_STYLE } from './form-style'
import { LEAVING } from './german/leaving'
import { withPaste } from './paste/with-paste'
import { PreviewPanel } from './previews/panel'
import { SAVE_BAR_STYLE } from './save-bar'
import { DIALOG_STYLE } from './session/style'
import { COMPARISON_STYLE } from './together/elements'
import { TogetherPanel } from './together/presence-panel'
import { fitForm } from './translation-form'
import { SourcePanel } from './source-text/panel'
import { SOURCE_STYLE } from './source-text/style'
import { TranslationPanel } from './translation-panel'
import { WithdrawalPanel } from './withdrawal-panel'
import { CREATE } from './rights'

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

/** Our start page in the place of Strapi's, with its statistics and what can be added to it. */
const START = {
  index: true, lazy: async () => ({ Component: (await import('./desk/start-page')).default }),
} as const

const TRANSLATIONS = {
  path: 'translations', lazy: async () => ({ Component: (await import('./desk/matrix-page')).default }),
} as const

const CATALOGUE = {
  path: 'catalogue', lazy: async () => ({ Component: (await import('./catalogue/page')).default }),
} as const

const CONSENT_SHEET = {
  path: 'consent-sheets/:documentId',
  lazy: async () => ({ Component: (await import('./consent-sheets/page')).default }),
} as const

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
      de: { ...REWORDED, ...STRAPI_IN_GERMAN, ...DELETING, ...CLOSED_LISTS, ...MANY, ...FORMAL, ...LEAVING },
    },
  },

  register(app: StrapiApp): void {
    app.addMiddlewares([() => keepFormWithoutAnswer])
    app.addFields({ type: DATE_FIELD, Component: DateField })
    const pages = [TRANSLATIONS, CATALOGUE, CONSENT_SHEET]
    app.router.addRoute(routes => [...routes.map(route => route.index ? START : route), ...pages])
    app.addMenuLink({
      to: 'new', icon: Plus, position: 1, intlLabel: { id: 'lip.new', defaultMessage: 'Neu' },
      // Whoever begins anything may begin a source; who only translates, none.
      permissions: [{ action: CREATE, subject: 'api::source.source' }],
      Component: () => import('./menu/new-page'),
    })
  },

  bootstrap(app: StrapiApp): void {
    keepAnswersOfRefusedChanges()
    const style = document.createElement('style')
    style.textContent = [
      DIRECTION_BY_TEXT, DIALOG_STYLE, COMPARISON_STYLE, DESK_STYLE, LISTS_STYLE, SAVE_BAR_STYLE, CHECKS_STYLE,
      BESIDE_STYLE, SOURCE_STYLE, FORM_STYLE, CATALOGUE_STYLE, HISTORY_STYLE,
      CONSENT_SHEET_STYLE,
    ].join('')
    document.head.append(style)
    closeOneAtATime()
    app.addSettingsLink('global', {
      id: 'sign-in-links',
      to: 'sign-in-links',
      intlLabel: { id: 'sign-in-links', defaultMessage: 'Zugänge' },
      permissions: [{ action: 'admin::users.update', subject: null }],
      Component: () => import('./sign-in/links-page'),
    })
    const { addBulkAction, addDocumentAction, addEditViewSidePanel, addRichTextBlocks } = app.getPlugin('content-manager').apis
    if (typeof addDocumentAction === 'function')
      addDocumentAction((actions: Action[]) => [...askingFirst(actions.filter(leadsSomewhere)), KeptWordsOfWindow])
    if (typeof addBulkAction === 'function') addBulkAction((actions: Action[]) => askingFirstOfMany(actions))
    if (typeof addEditViewSidePanel === 'function')
      addEditViewSidePanel([
        KeptWordsPanel, AutosavePanel, TogetherPanel, ChecksPanel, PreviewPanel, HandoverPanel, CommentsPanel,
        AppointmentPanel, HistoryPanel, OfferedUpdatePanel, SourcePanel, TranslationPanel, BinPanel, WithdrawalPanel,
        ConsentSheetPanel, GivenValues,
      ])
    if (typeof addRichTextBlocks === 'function')
      addRichTextBlocks(({ paragraph, ...others }: Record<string, object>) =>
        ({ paragraph: { ...paragraph, plugin: withPaste }, ...others }))
    app.getPlugin('content-manager').injectComponent('listView', 'actions', { name: 'catalogue', Component: CatalogueLink })
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', fitForm)
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', inGermanColumns)
    app.registerHook('Admin/CM/pages/App/mutate-collection-types-links', collectionsByWork)
    app.registerHook('Admin/CM/pages/App/mutate-single-types-links', singlesByWork)
  },
}

/** Not what arranges forms or changes the model: the code decides both (`bootstrap/labels.ts`, `schema.json`). */
function leadsSomewhere({ type }: Action): boolean {
  return type !== 'edit-the-model' && type !== 'configure-the-view'
}
