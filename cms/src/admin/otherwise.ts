/**
 * What Strapi's own modules do here in another way, where they leave no place for it: by module, what stands there and
 * what is to stand there. `vite.config.ts` changes it when the admin is built, as it does with `german/built-in.ts`.
 */

/** Where Strapi's modules find what is ours: the admin is built in the folder of the cms. */
const REFILLED = `${process.cwd()}/src/admin/refilled`
const AUTOSAVE = `${process.cwd()}/src/admin/autosave/hold`
const FIRST_PARTS = `${process.cwd()}/src/admin/first-parts`
const CHOSEN_FILE = `${process.cwd()}/src/admin/chosen-file`

/** By module, pairs of what stands there and what is to stand there. */
export const OTHERWISE: Record<string, [string, string][]> = {
  // What went wrong stays to be read until it is closed, something else went wrong, or something has worked.
  '@strapi/admin/dist/admin/admin/src/features/Notifications.mjs': [
    ['toast.custom((id)=>{', 'if (type === "success") toast.dismiss("danger");\n        toast.custom((id)=>{'],
    ['duration: blockTransition ? Infinity : timeout',
      'duration: blockTransition || type === "danger" ? Infinity : timeout, ...type === "danger" && { id: "danger" }'],
  ],
  // Questions whose buttons say what they do.
  '@strapi/admin/dist/admin/admin/src/components/ConfirmDialog.mjs': [
    ['startAction, endAction, title })', 'startAction, endAction, title, cancelLabel, confirmLabel })'],
    ['children: formatMessage({\n                                id: \'app.components.Button.cancel\'',
      'children: cancelLabel ?? formatMessage({\n                                id: \'app.components.Button.cancel\''],
    ['children: formatMessage({\n                                id: \'app.components.Button.confirm\'',
      'children: confirmLabel ?? formatMessage({\n                                id: \'app.components.Button.confirm\''],
  ],
  '@strapi/admin/dist/admin/admin/src/components/Form.mjs': [
    ['id: \'app.components.ConfirmDialog.title\'', 'id: \'lip.leave.title\''],
    ['id: \'app.components.Button.cancel\'', 'id: \'lip.leave.stay\''],
    ['id: \'app.components.Button.confirm\'', 'id: \'lip.leave.go\''],
    // Nobody is asked who stays.
    ['(currentLocation.pathname !== nextLocation.pathname || currentLocation.search !== nextLocation.search)',
      'placeOfForm(currentLocation) !== placeOfForm(nextLocation)'],
    // Nothing is lost where the browser keeps it.
    ['variant: "danger",', 'variant: window.isSecureContext ? "secondary" : "danger",'],
    // What is typed while a save is on its way stays (`refilled.ts`).
    ['import { createContext } from \'./Context.mjs\';',
      `import { createContext } from './Context.mjs';\nimport { placeOfForm, refilled } from '${REFILLED}';`],
    ['const [state, dispatch] = React.useReducer(',
      'const filledAt = React.useRef(placeOfForm());\n    const isSaved = React.useRef(false);\n'
      + '    const [state, dispatch] = React.useReducer('],
    ['initialValues.current = props.initialValues ?? {};\n            dispatch({\n'
      + '                type: \'SET_INITIAL_VALUES\',\n                payload: props.initialValues ?? {}',
    'const place = placeOfForm();\n            const refill = { before: initialValues.current, stored: '
    + 'props.initialValues ?? {}, isSamePlace: filledAt.current === place, isSaved: isSaved.current };\n'
    + '            filledAt.current = place;\n            isSaved.current = false;\n'
    + '            initialValues.current = refill.stored;\n            dispatch({\n'
    + '                type: \'SET_INITIAL_VALUES\',\n                payload: refill'],
    ['case \'SET_INITIAL_VALUES\':\n                setDraftValues(draft, action.payload);',
      'case \'SET_INITIAL_VALUES\':\n                setDraftValues(draft, refilled(state.values, action.payload));'],
    ['initialValues.current = newInitialValues;',
      'initialValues.current = newInitialValues; isSaved.current = true;'],
    ['isSubmitting: false,\n                values: initialValues.current',
      'isSubmitting: false,\n                values: newInitialValues ? null : initialValues.current'],
    ['setDraftValues(draft, action.payload.values);',
      'if (action.payload.values) setDraftValues(draft, action.payload.values);'],
  ],
  '@strapi/upload/dist/admin/components/EditAssetDialog/RemoveAssetDialog.mjs': [
    ['onConfirm: handleConfirm',
      'onConfirm: handleConfirm, title: "Datei löschen?", confirmLabel: "Löschen", children: `„${asset.name}“ ist danach '
      + 'weg: In den Papierkorb kommen Dateien nicht. Was ein Eintrag noch verwendet, lässt sich nicht löschen.`'],
  ],
  '@strapi/upload/dist/admin/components/EditFolderDialog/RemoveFolderDialog.mjs': [
    ['onConfirm: onConfirm',
      'onConfirm: onConfirm, title: "Ordner löschen?", confirmLabel: "Löschen", children: "Alles, was darin liegt, ist '
      + 'danach weg: In den Papierkorb kommen Dateien nicht. Wird eine davon noch verwendet, wird nichts gelöscht."'],
  ],
  '@strapi/upload/dist/admin/pages/App/components/BulkDeleteButton.mjs': [
    ['onConfirm: handleConfirmRemove',
      'onConfirm: handleConfirmRemove, title: "Auswahl löschen?", confirmLabel: "Löschen", children: "Was Sie ausgewählt '
      + 'haben, ist danach weg, mit einem Ordner auch alles darin: In den Papierkorb kommen Dateien nicht. Wird etwas '
      + 'davon noch verwendet, wird nichts gelöscht."'],
  ],
  // A field for a file asks for one of the computer, sends it at once and holds it then; the library is beside it.
  '@strapi/upload/dist/admin/components/MediaLibraryInput/MediaLibraryInput.mjs': [
    ['import * as React from', `import { chooseFiles } from '${CHOSEN_FILE}';\nimport * as React from`],
    ['onDropAsset: handleAssetDrop,',
      'onDropAsset: handleAssetDrop, onChooseFile: ()=>chooseFiles(allowedTypes, (files)=>{ void Promise.all(files.map('
      + '(file)=>rawFileToAsset(file, ASSET_SOURCES.Computer))).then(handleAssetDrop); }),'],
    ['onClose: ()=>setStep(STEPS.AssetSelect),\n                initialAssetsToAdd',
      'onClose: ()=>{ setStep(droppedAssets ? undefined : STEPS.AssetSelect); setDroppedAssets(undefined); },\n'
      + '                initialAssetsToAdd'],
    ['setUploadedFiles((prev)=>[',
      'if (droppedAssets && !multiple) { const [file] = getAllowedFiles(allowedTypes, uploadedFiles); if (file) '
      + 'onChange(name, file); return; }\n        setUploadedFiles((prev)=>['],
    ['import { getAllowedFiles }',
      'import { rawFileToAsset } from \'../../utils/rawFileToAsset.mjs\';\nimport { ASSET_SOURCES } from '
      + '\'../../constants.mjs\';\nimport { getAllowedFiles }'],
  ],
  '@strapi/upload/dist/admin/components/MediaLibraryInput/Carousel/CarouselAssets.mjs': [
    ['onDropAsset, onEditAsset', 'onDropAsset, onChooseFile, onEditAsset'],
    ['labelAction: labelAction,',
      'labelAction: currentAsset || disabled ? labelAction : jsx("button", { type: "button", className: "from-library", '
      + 'onClick: onAddAsset, children: "Aus der Bibliothek wählen" }),'],
    ['onClick: onAddAsset,\n                        onDropAsset',
      'onClick: onChooseFile,\n                        onDropAsset'],
  ],
  '@strapi/upload/dist/admin/components/UploadAssetDialog/PendingAssetStep/PendingAssetStep.mjs': [
    ['onUploadSucceed, trackedLocation })', 'onUploadSucceed, initialAssetsToAdd, trackedLocation })'],
    ['React.useState(Status.Idle)', 'React.useState(initialAssetsToAdd ? Status.Uploading : Status.Idle)'],
  ],
  // What files are filtered by, in words.
  '@strapi/upload/dist/admin/utils/displayedFilters.mjs': [
    ['label: \'createdAt\'', 'label: "Hochgeladen am"'],
    ['label: \'updatedAt\'', 'label: "Geändert am"'],
    ['label: \'type\'', 'label: "Art"'],
    ['label: \'audio\'', 'label: "Ton"'],
    ['label: \'file\'', 'label: "Dokument"'],
    ['label: \'image\'', 'label: "Bild"'],
    ['label: \'video\'', 'label: "Video"'],
  ],
  '@strapi/admin/dist/admin/admin/src/pages/SessionsPage.mjs': [
    ['session.deviceName ?? (session.deviceId ? session.deviceId.slice(0, 8) : formatMessage(',
      '(session.deviceName?.replace(" on ", " auf ") ?? formatMessage('],
  ],
  // Files can be chosen by the keyboard.
  '@strapi/upload/dist/admin/components/UploadAssetDialog/AddAssetStep/FromComputerForm.mjs': [
    ['tabIndex: -1', 'tabIndex: 0'],
  ],
  // What a narrow window folds away says that it is there, and unfolds where it is needed (`beside/folded.ts`).
  '@strapi/content-manager/dist/admin/components/ActionsDrawer.mjs': [
    ['const [headerRef,',
      'React.useEffect(()=>{ const open = ()=>setIsOpen(true); window.addEventListener("lip-open-beside", open); '
      + 'return ()=>window.removeEventListener("lip-open-beside", open); }, []);\n    const [headerRef,'],
    ['width: 3.2rem;\n  height: 3.2rem;', 'width: auto;\n  padding: 0 1.2rem;\n  color: ${({ theme })=>theme.colors.neutral800};\n  height: 3.2rem;'],
    ['children: isOpen ? /*#__PURE__*/ jsx(CaretUp, {\n                        fill: "neutral600"\n                    })'
      + ' : /*#__PURE__*/ jsx(CaretDown, {\n                        fill: "neutral600"\n                    })',
    'children: jsxs("span", { className: "lip-beside", children: [isOpen ? "Weniger" : "Mehr", isOpen '
    + '? jsx(CaretDown, { fill: "neutral600" }) : jsx(CaretUp, { fill: "neutral600" })] })'],
  ],
  '@strapi/content-manager/dist/admin/pages/EditView/components/FormInputs/Relations/RelationModal.mjs': [
    // It has a name.
    ['jsx(Typography, {\n                                                tag: "span",\n                                   '
      + '             fontWeight: 600,', 'jsx(Modal.Title, {'],
    // What was made in a window over a form is chosen in that form (`connect`), and the form is back.
    ['case \'GO_TO_CREATED_RELATION\':\n            return {',
      'case \'GO_TO_CREATED_RELATION\':\n            if (state.documentHistory.length < 2) return { ...state, '
      + 'documentHistory: [], confirmDialogIntent: null, hasUnsavedChanges: false, isModalOpen: false, '
      + 'fieldToConnect: undefined, fieldToConnectUID: undefined, getParentFormValues: undefined };\n            '
      + 'return {'],
    // Whoever types and closes the window at once is asked, and not told that there is nothing to save.
    ['React.useEffect(()=>{\n        dispatch({\n            type: \'SET_HAS_UNSAVED_CHANGES\'',
      'React.useLayoutEffect(()=>{\n        dispatch({\n            type: \'SET_HAS_UNSAVED_CHANGES\''],
    ['variant: "danger",',
      'variant: window.isSecureContext ? "secondary" : "danger", title: formatMessage({ id: "lip.leave.title" }), cancelLabel: formatMessage({ id: '
      + '"lip.leave.stay" }), confirmLabel: formatMessage({ id: "lip.leave.go" }),'],
  ],
  // Translations by Strapi's own service need a licence; without one both questions are answered with 404.
  '@strapi/content-manager/dist/admin/hooks/useDocumentActions.mjs': [
    ['useGetAiFeatureConfigQuery()', 'useGetAiFeatureConfigQuery(undefined, { skip: true })'],
  ],
  '@strapi/i18n/dist/admin/hooks/useAILocalizationJobsPolling.mjs': [
    ['data: initialJobData } = useGetAILocalizationJobsByDocumentQuery({',
      'data: initialJobData } = (job => useGetAILocalizationJobsByDocumentQuery(job, { skip: true }))({'],
  ],
  '@strapi/i18n/dist/admin/components/CMHeaderActions.mjs': [
    ['data: jobData } = useGetAILocalizationJobsByDocumentQuery({',
      'data: jobData } = (job => useGetAILocalizationJobsByDocumentQuery(job, { skip: true }))({'],
    // Its question about another language has no button of its own that could be given the focus.
    ['variant: "tertiary",\n                                        onClick: onClose,',
      'variant: "tertiary", autoFocus: true, onClick: onClose,'],
  ],
  // Only whoever may change the settings may read them; they would only say what is done with artificial intelligence.
  '@strapi/upload/dist/admin/hooks/useTracking.mjs': [['useSettings()', 'useSettings(false)']],
  // What somebody arranges there is gone at the next start: the code decides (`bootstrap/labels.ts`).
  '@strapi/content-manager/dist/admin/pages/ListView/components/ViewSettingsMenu.mjs': [
    ['canConfigureView ? ', 'canConfigureView && false ? '],
    // What has no label is for the rules alone.
    ['checkIfAttributeIsDisplayable(attributes[name])',
      'checkIfAttributeIsDisplayable(attributes[name]) && (list.metadatas[name]?.label ?? name) !== name'],
  ],
  // A filter that is set says its value in the words in which it was chosen.
  '@strapi/admin/dist/admin/admin/src/components/Filters.mjs': [
    ['let formattedValue = value;',
      'let formattedValue = options?.find?.(option => option.value === value)?.label ?? value;'],
  ],
  // An address that names no language asks for what it is about to be completed to.
  '@strapi/content-manager/dist/admin/hooks/useDocument.mjs': [
    ['import * as React from', `import { languageOfForm } from '${REFILLED}';\nimport * as React from`],
    ['React.useMemo(()=>buildValidParams(query),',
      'React.useMemo(()=>({ locale: languageOfForm(), ...buildValidParams(query) }),'],
    ['import * as React from', `import { firstParts } from '${FIRST_PARTS}';\nimport * as React from`],
    ['let form = createDefaultForm(schema, components);',
      'let form = { ...createDefaultForm(schema, components), ...isCreatingDocument && firstParts(schema, components, '
      + 'createDefaultForm) };'],
  ],
  // The first save of a translation does not take its form away for as long as it is read back.
  '@strapi/content-manager/dist/admin/pages/EditView/EditViewPage.mjs': [
    ['import { Blocker } from', `import { languageOfForm, placeOfForm } from '${REFILLED}';\nimport { Blocker } from`],
    // An address that names no language, and is completed while somebody types, does not begin the form anew.
    ['${activeLocale ?? \'default\'}', '${languageOfForm()}'],
    ['if (isLoading && !document?.documentId) {',
      'const place = placeOfForm();\n    const shownAt = React.useRef(null);\n'
      + '    if (isLoading && !document?.documentId && shownAt.current !== place) {'],
    ['const handleTabChange = ', 'shownAt.current = place;\n    const handleTabChange = '],
  ],
  // Where a field stands, for whoever is led to it (`checks/jump.ts`); in the form, in a list, in a dynamic zone.
  '@strapi/content-manager/dist/admin/pages/EditView/components/FormLayout.mjs': [
    ['xs: 12,\n                        direction', 'xs: 12, "data-field": field.name,\n                        direction'],
    ['xs: 12,\n                                    direction',
      'xs: 12, "data-field": field.name,\n                                    direction'],
  ],
  '@strapi/content-manager/dist/admin/pages/EditView/components/FormInputs/Component/Repeatable.mjs': [
    ['xs: 12,\n                        direction', 'xs: 12, "data-field": completeFieldName,\n                        direction'],
    // A part in which nothing stands yet has a name to be opened by, too.
    ['jsx(Accordion.Trigger, {\n                            children: displayValue',
      'jsx(Accordion.Trigger, {\n                            children: displayValue || `Eintrag ${index + 1}`'],
    ['import * as React from', `import { unfoldedPart } from '${FIRST_PARTS}';\nimport * as React from`],
    ['const [collapseToOpen, setCollapseToOpen] = React.useState(\'\');',
      'const [collapseToOpen, setCollapseToOpen] = React.useState(()=>unfoldedPart(value));'],
    // An address that names another field made a form with a list of parts end in „Ups!“.
    ['if (!fieldParam) {', 'if (!fieldParam?.startsWith(`${name}.`)) {'],
  ],
  '@strapi/content-manager/dist/admin/pages/EditView/components/FormInputs/DynamicZone/DynamicComponent.mjs': [
    ['xs: 12,\n                                direction',
      'xs: 12, "data-field": fieldName,\n                                direction'],
  ],
  // Whoever only translates begins nothing (`menu/may-begin.ts`).
  '@strapi/content-manager/dist/admin/features/DocumentRBAC.mjs': [
    ['...allowedActions,',
      '...allowedActions, canCreate: allowedActions.canCreate && (!canCreateFields.includes("isConfirmed") '
      + '|| canCreateFields.includes("sourceLanguage")),'],
  ],
  // Several entries are published, or taken off the website, in the language of the list.
  '@strapi/content-manager/dist/admin/services/documents.mjs': [
    ['actions/bulkPublish`,\n                        method: \'POST\',\n                        data: body,',
      'actions/bulkPublish`, method: \'POST\', data: { ...body, locale: params?.locale },'],
    ['actions/bulkUnpublish`,\n                        method: \'POST\',\n                        data: body,',
      'actions/bulkUnpublish`, method: \'POST\', data: { ...body, locale: params?.locale },'],
  ],
  '@strapi/content-manager/dist/admin/pages/EditView/components/FormInputs/Relations/Relations.mjs': [
    // See `connect` in `DocumentActions.mjs`: the field is handed the entry itself, which its list does not hold yet.
    ['if (!relationId) {\n            return;',
      'if (typeof relationId === "object") return onChange(relationId);\n        if (!relationId) {\n            return;'],
    // What was typed to search for an entry is no entry: it was told as a failure, also on the way to „Neu anlegen“.
    ['onChange: handleChange,\n                onTextValueChange',
      'onChange: (id)=>options.some((option)=>option.id.toString() === id) ? handleChange(id) : setTextValue(\'\'),\n'
      + '                onTextValueChange'],
    ['getParentFormValues: getParentFormValuesWithCurrentRelation',
      'getParentFormValues: Object.assign(getParentFormValuesWithCurrentRelation, { connect: handleChange })'],
  ],
  '@strapi/content-manager/dist/admin/pages/EditView/components/DocumentActions.mjs': [
    // What was made in a window is chosen in the form below, which is saved when somebody saves it. Strapi saves that
    // form with whatever stands in it, and chooses nothing in a form that was never saved.
    ['if (fieldToConnect && documentHistory && (',
      'if (documentHistory.length < 2 && getParentFormValues?.connect) getParentFormValues.connect(res.data);\n'
      + '                        else if (fieldToConnect && documentHistory && ('],
    // What was sent is saved, not what was typed since.
    ['const { data } = handleInvisibleAttributes(transformDocumentData(getValues()), {\n                schema,\n'
      + '                components\n            });\n            const res = await publish(',
    'const sent = getValues();\n            const { data } = handleInvisibleAttributes(transformDocumentData(sent), {\n'
    + '                schema,\n                components\n            });\n            const res = await publish('],
    ['resetForm(getValues());', 'resetForm(sent);'],
    // A draft that saves itself takes the keyboard from nobody. What was typed is in the form by then.
    ['import * as React from', `import { isAutosaving } from '${AUTOSAVE}';\nimport * as React from`],
    ['globalThis.document?.activeElement?.blur();\n            // Yield microtasks so batched React updates after blur/onChange can settle before validate\n            // (same',
      'if (!isAutosaving()) globalThis.document?.activeElement?.blur();\n            // (same'],
    // A button with nothing to do keeps the keyboard, which a disabled one loses (`requests/focus.ts`).
    ['disabled: action.disabled,\n                onClick: handleClick(action),',
      '"aria-disabled": Boolean(action.disabled || action.loading),\n                onClick: action.disabled '
      + '? (event)=>event.preventDefault() : handleClick(action),'],
    // Whoever discards what changed discards what stands in the form, too.
    ['const { discard, isLoading } = useDocumentActions();',
      'const { discard, isLoading } = useDocumentActions();\n    const resetForm = useForm("DiscardAction", '
      + '(form)=>Object.keys(form.values).length > 0 ? form.resetForm : undefined);'],
    ['await discard({\n                    collectionType,\n                    model,\n                    documentId,\n'
      + '                    params\n                });',
    'const res = await discard({ collectionType, model, documentId, params });\n                if (!("error" in res)) resetForm?.();'],
    // Who wrote an entry and when is told in a menu, also to those who may do nothing else in it.
    ['const isDisabled = actions.every((action)=>action.disabled);',
      'const isDisabled = !children && actions.every((action)=>action.disabled);'],
  ],
  // The id of an entry tells editors nothing.
  '@strapi/content-manager/dist/admin/pages/ListView/components/Filters.mjs': [
    ['\'id\',\n            \'documentId\',\n            ...allowedFields', '...allowedFields'],
  ],
  '@strapi/content-manager/dist/admin/pages/EditView/components/Header.mjs': [
    ['isDisplayed: collectionType !== SINGLE_TYPES && !!(document?.documentId ?? id)', 'isDisplayed: false'],
    ['collectionType !== SINGLE_TYPES && /*#__PURE__*/ jsx(CopyDocumentIdMenuItem',
      'false && /*#__PURE__*/ jsx(CopyDocumentIdMenuItem'],
  ],
  // Its links by the work that they are for (`menu/work.ts`), and without how many kinds there are.
  '@strapi/content-manager/dist/admin/components/LeftMenu.mjs': [
    ['children: menu.map((section)=>{',
      'children: [...menu.flatMap(({ links }) => links).sort((a, b) => a.place - b.place)'
      + '.reduce((works, link) => works.set(link.work, [...works.get(link.work) ?? [], link]), new Map())]'
      + '.map(([title, links]) => ({ id: title, title, links })).map((section)=>{'],
    ['badgeLabel: section.links.length.toString(),', ''],
  ],
  // A copy that is refused without naming fields is told, and not shown as one of which fields have to change.
  '@strapi/content-manager/dist/admin/pages/ListView/components/TableActions.mjs': [
    ['setProhibitedFields(prohibitedFields);\n            }',
      'setProhibitedFields(prohibitedFields);\n            } else { toggleNotification({ type: "danger", message: '
      + 'res.error.message, timeout: 20000 }); return true; }'],
  ],
  // What is opened first is what stands first in the menu.
  '@strapi/content-manager/dist/admin/layout.mjs': [
    ['a.title.localeCompare(b.title)', 'a.place - b.place'],
  ],
}
