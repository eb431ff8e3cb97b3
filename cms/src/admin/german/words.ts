/** What Strapi says in its own German, or says to whoever has lost a session, in the words of this portal. */
export const REWORDED = {
  'app.components.LeftMenu.navbrand.title': 'LIP-Lab',
  'app.components.LeftMenu.navbrand.workplace': 'Redaktion',
  'app.session.ended.title': 'Ihre Anmeldung ist abgelaufen',
  'app.session.ended.unsaved':
    'Bitte melden Sie sich neu an. Was Sie geschrieben haben, ist in diesem Browser aufgehoben und wird Ihnen dann '
    + 'angeboten.',
  'Auth.form.button.login': 'Anmelden',
  'Auth.form.email.placeholder': 'name@example.org',
  'Auth.form.welcome.subtitle': 'Bitte melden Sie sich an',
  'Auth.form.welcome.title': 'Willkommen im LIP-Lab',
  'search.placeholder': 'Suchen',
  'upload.plugin.name': 'Bilder und Dateien',
}

/**
 * What Strapi says in English although its admin is German, by its own keys: what editors and administrators can come
 * to. `cms/tests/admin-words.test.ts` finds what is missing after an update.
 */
export const STRAPI_IN_GERMAN = {
  ...ofTheWholeAdmin(),
  ...ofForms(),
  ...ofFiles(),
  ...ofSettings(),
  ...ofDevices(),
}

function ofTheWholeAdmin() {
  return {
    'app': 'Gespeichert',
    'app.components.Button.close': 'Schließen',
    'app.components.HomePage.create': 'Legen Sie den ersten Inhaltstyp an',
    'app.components.Select.placeholder': 'Auswählen',
    'app.error': 'Etwas ist schiefgegangen',
    'app.error.chunk.message':
      'Diese Seite der Verwaltung ließ sich nicht laden, zum Beispiel weil der Server gerade neu startet. '
      + 'Bitte laden Sie sie noch einmal. Was Sie geschrieben haben, ist in diesem Browser aufgehoben.',
    'app.error.chunk.reload': 'Seite neu laden',
    'app.error.chunk.title': 'Diese Seite ließ sich nicht laden',
    'app.error.copy': 'In die Zwischenablage',
    'app.error.message':
      'Das ist ein Fehler der Verwaltung. Bitte sagen Sie der Administration Bescheid; '
      + 'sie kann ihn hier melden: {link}. Was Sie geschrieben haben, ist in diesem Browser aufgehoben.',
    'app.HeaderLayout.docLink.label': 'Mehr dazu in der Dokumentation',
    'app.utils.toggle': 'Auf- und zuklappen',
    'app.utils.update-filter': 'Filter ändern',
    'components.placeholder.select': 'Auswählen',
    'global.move': 'Verschieben',
    'HomePage.addWidget.selectWidget': '{widgetName} auswählen',
    'singleTypes': 'Einzelne Einträge',
    'content-manager.plugin.name': 'Inhalt',
  }
}

function ofForms() {
  return {
    'components.Blocks.blocks.bulletList': 'Liste',
    'components.Blocks.blocks.numberList': 'Nummerierte Liste',
    'content-manager.components.Blocks.collapse': 'Verkleinern',
    'content-manager.components.Blocks.dnd.instruction':
      'Absätze lassen sich mit Strg oder Befehl, Umschalt und den Pfeilen nach oben und unten verschieben.',
    'content-manager.components.Blocks.dnd.reorder': '{item}, verschoben. Neue Stelle im Text: {position}.',
    'content-manager.components.Blocks.expand': 'Vergrößern',
    'content-manager.components.DynamicZone.unknown-component': 'Unbekannter Baustein',
    'content-manager.popUpWarning.warning.has-draft-m2m-relations.additional':
      '{count, plural, one {# Verbindung zeigt} other {# Verbindungen zeigen}} auf Entwürfe, die später erscheinen.',
    'content-manager.popUpWarning.warning.has-draft-m2m-relations.message':
      '{count, plural, one {# verbundener Eintrag ist noch ein Entwurf. Er erscheint auf der Website, sobald er '
      + 'veröffentlicht ist.} other {# verbundene Einträge sind noch Entwürfe. Sie erscheinen auf der Website, sobald '
      + 'sie veröffentlicht sind.}}',
    'content-manager.containers.SettingPage.edit-settings.modal-form.mainField.hint': 'Welches Feld angezeigt wird',
    'content-manager.containers.SettingPage.editSettings.relationOpenMode': 'Wie Verbundenes geöffnet wird',
    'content-manager.containers.SettingPage.editSettings.relationOpenMode.description':
      'Was geschieht, wenn jemand einen verbundenen Eintrag anklickt',
    'content-manager.containers.SettingPage.editSettings.relationOpenMode.modal': 'Über dem Formular (üblich)',
    'content-manager.containers.SettingPage.editSettings.relationOpenMode.newTab': 'In einem neuen Tab',
    'content-manager.containers.SettingPage.editSettings.relationOpenMode.page': 'An Stelle des Formulars',
    'containers.SettingPage.editSettings.description': 'Ziehen Sie die Felder an ihren Platz',
    'content-manager.containers.ListSettingsView.modal-form.size': 'Breite',
    'content-manager.preview.error.script-failed': 'Die Vorschau ließ sich nicht laden.',
    'preview.copy.label': 'Link der Vorschau kopieren',
    'preview.tabs.label': 'Stand des Eintrags',
    'i18n.CheckboxConfirmation.Modal.title': 'Übersetzungen abschalten',
    'Settings.locales.modal.create.code.error': 'Bitte wählen Sie eine Sprache',
    'Settings.locales.modal.create.name.error.min': 'Der Name der Sprache hat höchstens 50 Zeichen.',
    'Settings.locales.modal.create.name.error.required': 'Bitte geben Sie der Sprache einen Namen',
  }
}

function ofFiles() {
  return {
    'form.upload-url.error.url.invalid': 'Eine Adresse ist keine',
    'form.upload-url.error.url.invalids': '{number} Adressen sind keine',
    'upload.header.actions.no-permissions': 'Das dürfen Sie nicht ansehen',
    'list.asset.at.finished': 'Die Dateien sind geladen.',
    'upload.list.assets-empty.title-withSearch': 'Zu diesen Filtern gibt es keine Datei',
    'upload.list.assets.empty': 'Noch keine Dateien',
    'upload.list.assets.empty-upload': 'Laden Sie die erste Datei hoch …',
    'list.table.content.empty-label': 'Dieses Feld ist leer',
    'list.table.header.sort': 'Nach {label} ordnen',
    'modal.remove.success-label': 'Gelöscht.',
    'upload.config.title': 'Ansicht der Dateien einrichten',
    'upload.control-card.reset-focal-point': 'In die Mitte setzen',
    'upload.control-card.save-focal-point': 'Bildmitte speichern',
    'upload.control-card.set-focal-point': 'Bildmitte setzen',
    'upload.control-card.stop-focal-point': 'Bildmitte nicht setzen',
    'upload.form.input.label.file-location': 'Ordner',
    'upload.form.input.label.folder-location': 'Ordner',
    'upload.form.input.label.folder-location-default-label': 'Medienbibliothek',
    'upload.form.input.label.folder-name': 'Name',
    'upload.form.input.placeholder.file-alt': 'Was auf dem Bild zu sehen ist',
    'upload.header.actions.folder-level-up': 'Zurück',
    'upload.header.breadcrumbs.menu.label': 'Weitere Ordner darüber zeigen',
    'upload.header.breadcrumbs.nav.label': 'Ordner',
    'upload.modal.edit.success-label': 'Die Dateien sind geändert.',
    'upload.modal.file-details.focal-point': 'Bildmitte',
    'upload.modal.folder-notification-created-success': 'Der Ordner ist angelegt.',
    'upload.modal.folder-notification-edited-success': 'Der Ordner ist geändert.',
    'upload.modal.folder.create.creation-date': 'Angelegt am',
    'upload.modal.folder.create.delete': 'Ordner löschen',
    'upload.modal.folder.create.elements': 'Inhalt',
    'upload.modal.folder.create.submit': 'Anlegen',
    'upload.modal.folder.create.title': 'Neuer Ordner',
    'upload.modal.folder.edit.submit': 'Speichern',
    'upload.modal.folder.edit.title': 'Ordner bearbeiten',
    'upload.modal.upload-list.sub-header.add-folder': 'Neuer Ordner',
    'upload.notification.warning.404': 'Diesen Ordner gibt es nicht mehr.',
    'upload.settings.section.csv.label': 'CSV',
    'upload.settings.section.pdf.label': 'PDF',
    'upload.settings.section.xls.label': 'XLS',
    'upload.settings.section.zip.label': 'ZIP',
    'view-switch.grid': 'Als Kacheln zeigen',
    'view-switch.list': 'Als Liste zeigen',
    'window.confirm.close-modal.file': 'Schließen? Was Sie geändert haben, geht verloren.',
    'window.confirm.close-modal.files': 'Schließen? Einige Dateien sind noch nicht hochgeladen.',
  }
}

function ofSettings() {
  return {
    'email.Settings.email.plugin.button.verify': 'Verbindung prüfen',
    'email.Settings.email.plugin.label.verifyConnection': 'Verbindung',
    'email.Settings.email.plugin.notification.verify.error': 'Der Mailserver antwortet nicht.',
    'email.Settings.email.plugin.notification.verify.success': 'Der Mailserver antwortet.',
    'email.Settings.email.plugin.status.connected': 'Verbunden',
    'email.Settings.email.plugin.status.error': 'Fehler',
    'notification.success.adminTokenCreated': 'Das Admin-Token ist angelegt.',
    'notification.success.adminTokenEdited': 'Das Admin-Token ist geändert.',
    'Settings.adminTokens.addFirstToken': 'Das erste Admin-Token anlegen',
    'Settings.adminTokens.create': 'Neues Admin-Token',
    'Settings.adminTokens.createPage.title': 'Admin-Token anlegen',
    'Settings.adminTokens.description': 'Token, mit denen Programme die Verwaltung benutzen',
    'Settings.adminTokens.editPage.title': 'Admin-Token bearbeiten',
    'Settings.adminTokens.emptyStateLayout': 'Noch keine',
    'Settings.adminTokens.ListView.headers.createdAt': 'Angelegt am',
    'Settings.adminTokens.ListView.headers.description': 'Beschreibung',
    'Settings.adminTokens.ListView.headers.lastUsedAt': 'Zuletzt benutzt',
    'Settings.adminTokens.ListView.headers.name': 'Name',
    'Settings.adminTokens.ListView.headers.owner': 'Gehört',
    'Settings.adminTokens.title': 'Admin-Token',
    'Settings.application.header': 'Anwendung',
    'Settings.application.plan-title': 'Lizenz',
    'Settings.permissions.conditions.inherited-readonly': 'Diese Bedingungen gelten schon und lassen sich nicht ändern.',
    'Settings.permissions.conditions.none-applied': 'Es gilt keine Bedingung.',
    'Settings.roles.form.input.url': 'Adresse',
    'Settings.roles.form.permissions.locales.validation':
      '{count, plural, one {„{actions}“ muss} other {„{actions}“ müssen}} für wenigstens eine Sprache gelten.',
    'Settings.tokens.copy.copy': 'Kopieren',
    'Settings.tokens.copy.subtitle': 'Kopieren Sie dieses Token dorthin, wo es gebraucht wird',
    'Settings.tokens.encryptionKeyMissing':
      'Um das Token noch einmal zu zeigen, braucht die Verwaltung einen Schlüssel in ihrer Konfiguration',
    'Settings.tokens.form.owner': 'Gehört',
    'Settings.tokens.viewToken': 'Token zeigen',
    'Settings.transferTokens.types.pull': 'Holen',
    'Settings.transferTokens.types.push': 'Bringen',
    'Settings.transferTokens.types.push-pull': 'Bringen und holen',
  }
}

function ofDevices() {
  return {
    'global.sessions.active-devices': 'Wo ich angemeldet bin',
    'Settings.sessions.actions': 'Aktionen',
    'Settings.sessions.current': 'Dieses Gerät',
    'Settings.sessions.device': 'Gerät',
    'Settings.sessions.lastActiveAt': 'Zuletzt benutzt',
    'Settings.sessions.loginAt': 'Angemeldet am',
    'Settings.sessions.revoke': 'Abmelden',
    'Settings.sessions.revoke.confirm': 'Dieses Gerät abmelden? Dort muss man sich dann neu anmelden.',
    'Settings.sessions.revoke.confirmCurrent': 'Das ist das Gerät, an dem Sie gerade sind. Sie werden abgemeldet.',
    'Settings.sessions.revoke.success': 'Abgemeldet',
    'Settings.sessions.revokeAll': 'Überall abmelden',
    'Settings.sessions.revokeAll.confirm': 'Überall abmelden, auch hier? Sie müssen sich dann neu anmelden.',
    'Settings.sessions.revokeOthers': 'Alle anderen Geräte abmelden',
    'Settings.sessions.revokeOthers.confirm': 'Alle anderen Geräte abmelden? Hier bleiben Sie angemeldet.',
    'Settings.sessions.revokeOthers.success': 'Die anderen Geräte sind abgemeldet',
    'Settings.sessions.subtitle': 'Die Geräte, auf denen Sie mit diesem Konto angemeldet sind.',
    'Settings.sessions.title': 'Wo ich angemeldet bin',
    'Settings.sessions.unknownDevice': 'Unbekanntes Gerät',
  }
}
