/**
 * What Strapi's own German says in another tone („Du“), in words of its makers („Relation“), or with other gaps than
 * its code fills, so that it comes in English; on the way of whoever writes: in our words, by its keys.
 * `cms/tests/admin-words.test.ts` finds what is missing after an update.
 */
const OF_FORMS = {
  'actions.delete.dialog.body': 'Möchten Sie diesen Eintrag löschen?',
  'actions.discard.dialog.body': 'Möchten Sie die Änderungen verwerfen? Danach sind sie fort.',
  'components.DraggableCard.delete.field': '{item} löschen',
  'components.DraggableCard.edit.field': '{item} bearbeiten',
  'components.DynamicZone.ComponentPicker-label': 'Baustein wählen',
  'components.DynamicZone.add-component': 'Baustein hinzufügen: {componentName}',
  'components.DynamicZone.delete-label': '{name} löschen',
  'components.DynamicZone.pick-compo': 'Baustein wählen',
  'components.EmptyAttributesBlock.description': 'Sie können die Einstellungen ändern',
  'components.FieldSelect.label': 'Feld hinzufügen',
  'components.FiltersPickWrapper.PluginHeader.description': 'Nach welchen Bedingungen gefiltert wird',
  'components.RelationInputModal.modal-title': 'Eintrag bearbeiten',
  'components.empty-repeatable': 'Noch nichts. Mit dem Knopf fügen Sie etwas hinzu.',
  'components.repeatable.reorder.error': 'Die Reihenfolge ließ sich nicht ändern. Bitte versuchen Sie es noch einmal.',
  'dnd.grab-item':
    '{item}, gegriffen. Stelle in der Liste: {position}. Mit den Pfeilen nach oben und unten verschieben, mit der '
    + 'Leertaste ablegen, mit Escape abbrechen.',
  'pages.NoContentType.text': 'Hier gibt es noch keine Art von Einträgen.',
  'containers.list.autoCloneModal.description':
    'Es entsteht ein neuer Eintrag mit demselben Inhalt. Diese Felder müssen Sie ändern, um ihn zu speichern.',
  'ListViewTable.relation-loaded': 'Verbundene Einträge sind geladen',
  'ListViewTable.relation-loading': 'Verbundene Einträge werden geladen',
  'ListViewTable.relation-more': 'Es sind mehr Einträge verbunden, als hier stehen',
  'listView.validation.errors.message': 'Bitte sehen Sie vor dem Veröffentlichen nach, ob alle Felder stimmen.',
  'notification.upload.error': 'Beim Hochladen ist ein Fehler aufgetreten',
  'permissions.not-allowed.create': 'Sie dürfen hier nichts anlegen',
  'permissions.not-allowed.update': 'Sie dürfen diesen Eintrag nicht ansehen',
  'popUpWarning.warning.has-draft-relations.message':
    'Verbunden {count, plural, one {ist noch ein Entwurf} other {sind noch # Entwürfe}}. Auf der Website erscheint das '
    + 'erst, wenn es veröffentlicht ist.',
  'popUpWarning.warning.publish-question': 'Möchten Sie diesen Eintrag trotzdem veröffentlichen?',
  'popover.display-relations.label': 'Verbundene Einträge zeigen',
  'relation.add': 'Eintrag wählen oder anlegen',
  'relation.create': 'Neu anlegen',
  'relation.error-adding-relation': 'Der Eintrag ließ sich nicht hinzufügen.',
  'relation.isLoading': 'Einträge werden geladen',
  'relation.notAvailable': 'Keine Einträge',
  'validation.error': 'Einiges stimmt noch nicht. Bitte ändern Sie es vor dem Speichern.',
  'validation.error.unreadable-required-field':
    'Ein Feld, das nötig ist, dürfen Sie nicht sehen. Bitte fragen Sie die Administration.',
}

const OF_FILES = {
  'bulk.select.label': 'Alle Dateien auswählen',
  'config.note': 'Hinweis: In der Medienbibliothek lässt sich dieser Wert ändern.',
  'config.popUpWarning.warning.updateAllSettings': 'Alle Einstellungen werden damit geändert.',
  'content.isLoading': 'Die Dateien werden geladen.',
  'form.input.description.file-alt':
    'Hier braucht nichts zu stehen: Auf der Website steht, was im Eintrag „Bild“ bei „Texte“ geschrieben ist.',
  'header.actions.add-assets': 'Dateien hinzufügen',
  'header.actions.add-folder': 'Neuer Ordner',
  'input.label': 'Klicken und Dateien auswählen, oder Dateien hierher ziehen',
  'input.notification.not-supported': 'Dateien dieser Art gehen hier nicht, nur diese: {fileTypes}',
  'list.assets.selected':
    '{numberFolders, plural, =0 {} one {1 Ordner, } other {# Ordner, }}{numberAssets, plural, one {1 Datei} '
    + 'other {# Dateien}} ausgewählt',
  'mediaLibraryInput.placeholder': 'Klicken und eine Datei auswählen, oder eine hierher ziehen',
  'modal.header.select-files': 'Ausgewählt',
  'modal.nav.browse': 'Vorhandene Dateien',
  'modal.upload-list.footer.button': '{number, plural, one {# Datei} other {# Dateien}} hochladen',
  'modal.upload-list.sub-header-subtitle': 'Vor dem Hochladen lassen sich Namen und Ordner ändern.',
  'permissions.not-allowed.update': 'Diese Datei dürfen Sie nicht ändern.',
  'tabs.title': 'Woher kommen die Dateien?',
}

const OF_LANGUAGES = {
  'actions.delete.dialog.body': 'Möchten Sie diese Sprache löschen?',
  'CheckboxConfirmation.Modal.body': 'Möchten Sie die Übersetzungen abschalten?',
  'CMEditViewBulkLocale.continue-confirmation': 'Möchten Sie fortfahren?',
  'CMEditViewBulkLocale.draft-relation-warning':
    'Manches, womit diese Fassungen verbunden sind, ist noch Entwurf. Auf der Website erscheint es erst, wenn es '
    + 'veröffentlicht ist.',
  'CMEditViewCopyLocale.dialog.body':
    'Was im Formular steht, wird durch den Text der Sprache ersetzt, die Sie wählen. Gespeichert ist damit noch nichts.',
  'CMEditViewCopyLocale.dialog.field.placeholder': 'Sprache wählen',
  'CMEditViewCopyLocale.dialog.title': 'Aus anderer Sprache übernehmen?',
  'CMEditViewCopyLocale.cancel-text': 'Abbrechen',
  'CMEditViewCopyLocale.submit-text': 'Übernehmen',
}

const OF_THE_WHOLE_ADMIN = {
  'anErrorOccurred': 'Ein Fehler ist aufgetreten. Bitte versuchen Sie es noch einmal.',
  'app.component.search.label': 'Suchen: {target}',
  'app.component.table.edit': '{target} bearbeiten',
  'app.component.table.select.one-entry': 'Zeile auswählen',
  'app.components.EmptyStateLayout.content-permissions': 'Das dürfen Sie nicht ansehen.',
  'app.components.Users.ModalCreateBody.block-title.roles.description': 'Ein Konto kann mehrere Rollen haben.',
  'app.confirm.body': 'Möchten Sie das wirklich?',
  'app.containers.Users.EditPage.header.label': '{name} bearbeiten',
  'app.page.not.found': 'Diese Seite gibt es nicht.',
  'Auth.components.Oops.text': 'Ihr Konto ist gesperrt.',
  'Auth.components.Oops.text.admin': 'Falls das ein Irrtum ist, wenden Sie sich bitte an die Administration.',
  'Auth.form.register.subtitle': 'Mit diesen Angaben melden Sie sich hier an. Sie werden nur hier gespeichert.',
  'components.pagination.go-to': 'Zu Seite {page}',
  'components.pagination.go-to-next': 'Zur nächsten Seite',
  'components.pagination.go-to-previous': 'Zur vorigen Seite',
  'global.delete-target': '{target} löschen',
  'global.select-all-entries': 'Alle Zeilen auswählen',
  'Settings.profile.form.notify.data.loaded': 'Ihre Angaben sind geladen',
  'Settings.profile.form.section.experience.interfaceLanguage.hint': 'In dieser Sprache sehen Sie die Redaktion.',
  'Settings.profile.form.section.experience.interfaceLanguageHelp': 'Das gilt nur für Ihr Konto. Mehr dazu: {here}.',
}

const withPrefix = (prefix: string, words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${prefix}.${key}`, text]))

export const FORMAL = {
  ...withPrefix('content-manager', OF_FORMS), ...withPrefix('upload', OF_FILES), ...withPrefix('i18n', OF_LANGUAGES),
  ...OF_THE_WHOLE_ADMIN,
}
