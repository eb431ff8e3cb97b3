/**
 * English that stands in Strapi's own modules without a key, so that no translation reaches it: by module, what
 * stands there and what is to stand there. `../vite.config.ts` changes it when the admin is built, and stops where
 * Strapi says something else after an update.
 */
const STATES = '({ draft: "Entwurf", published: "Veröffentlicht", modified: "Geändert" })[status] ?? status'

/** Module, and pairs of what is replaced by what. */
export const BUILT_IN: Record<string, [string, string][]> = {
  '@strapi/design-system/dist/index.mjs': [
    ['closeLabel: t = "Close modal"', 'closeLabel: t = "Schließen"'],
    ['= "Clear"', '= "Leeren"'],
    ['clearLabel: "Clear"', 'clearLabel: "Leeren"'],
    ['"Loading content..."', '"Wird geladen …"'],
    ['"Select or enter a value"', '"Auswählen oder eingeben"'],
    ['children: "Loading"', 'children: "Wird geladen"'],
    ['label: t = "Pagination"', 'label: t = "Seiten der Liste"'],
    ['"Choose date"', '"Datum wählen"'],
    ['"Choose time"', '"Uhrzeit wählen"'],
    ['`${e} date`', '`Datum: ${e}`'],
    ['`${e} time`', '`Uhrzeit: ${e}`'],
  ],
  'sonner/dist/index.mjs': [['containerAriaLabel = \'Notifications\'', 'containerAriaLabel = "Meldungen"']],
  '@strapi/i18n/dist/admin/components/LocaleListCell.mjs': [['`${locale.name} (default)`', 'locale.name']],
  '@strapi/i18n/dist/admin/components/CMHeaderActions.mjs': [['capitalize(status)', STATES]],
  '@strapi/i18n/dist/admin/components/BulkLocaleActionModal.mjs': [
    ['capitalize(status)', STATES],
    ['`Select ${locale}`', '`${locale} auswählen`'],
  ],
  '@strapi/i18n/dist/admin/components/LocaleTable.mjs': [['"Actions"', '"Aktionen"']],
  '@strapi/content-manager/dist/admin/pages/EditView/components/DocumentStatus.mjs': [
    ['"aria-label": status', `"aria-label": ${STATES}`],
  ],
  '@strapi/content-manager/dist/admin/pages/ListView/components/BulkActions/PublishAction.mjs': [
    ['label: \'documentId\'', 'label: "Kennung"'],
    ['label: \'name\'', 'label: "Titel"'],
    ['label: \'status\'', 'label: "Stand"'],
    ['label: \'Publication status\'', 'label: "Veröffentlichen"'],
  ],
  '@strapi/content-manager/dist/admin/pages/ListConfiguration/ListConfigurationPage.mjs': [
    ['`Configure ${list.settings.displayName} List View`', '`Liste einrichten: ${list.settings.displayName}`'],
  ],
  '@strapi/content-manager/dist/admin/pages/ComponentConfigurationPage.mjs': [
    ['`Configure ${editLayout.settings.displayName} Edit View`',
      '`Formular einrichten: ${editLayout.settings.displayName}`'],
  ],
  '@strapi/content-manager/dist/admin/pages/EditConfigurationPage.mjs': [
    ['`Configure ${edit.settings.displayName} Edit View`', '`Formular einrichten: ${edit.settings.displayName}`'],
  ],
  '@strapi/upload/dist/admin/components/AssetDialog/BrowseStep/SearchAsset/SearchAsset.mjs': [
    ['label: "Search"', 'label: "Suchen"'],
  ],
  '@strapi/admin/dist/admin/admin/src/components/LazyOutlet.mjs': [['"Loading content."', '"Wird geladen."']],
  '@strapi/admin/dist/admin/admin/src/components/PageHelpers.mjs': [['Loading content.', 'Wird geladen.']],
  '@strapi/admin/dist/admin/admin/src/components/LeftMenu.mjs': [['label: "Menu"', 'label: "Menü"']],
  '@strapi/admin/dist/admin/admin/src/pages/Settings/components/Tokens/TokenTypeSelect.mjs': [
    ['placeholder: "Select"', 'placeholder: "Auswählen"'],
  ],
  '@strapi/admin/dist/admin/admin/src/pages/Settings/components/Tokens/LifeSpanInput.mjs': [
    ['placeholder: "Select"', 'placeholder: "Auswählen"'],
  ],
  '@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Users/ListPage.mjs': [
    ['name: \'Users\'', 'name: "Benutzer"'],
    ['isActive ? \'Active\' : \'Inactive\'', 'isActive ? "Aktiv" : "Gesperrt"'],
    ['label: \'Firstname\'', 'label: "Vorname"'],
    ['label: \'Lastname\'', 'label: "Nachname"'],
    ['label: \'Email\'', 'label: "E-Mail"'],
    ['label: \'Username\'', 'label: "Benutzername"'],
    ['label: \'Active user\'', 'label: "Aktiv"'],
  ],
  '@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Users/EditPage.mjs': [['name: \'Users\'', 'name: "Benutzer"']],
  '@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Roles/ListPage.mjs': [['name: \'Roles\'', 'name: "Rollen"']],
  '@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Roles/EditPage.mjs': [['name: \'Roles\'', 'name: "Rollen"']],
  '@strapi/admin/dist/admin/admin/src/pages/Settings/pages/Roles/CreatePage.mjs': [['name: \'Roles\'', 'name: "Rollen"']],
}
