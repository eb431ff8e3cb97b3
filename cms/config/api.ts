export default {
  documents: { strictParams: true, strictRelations: true },
}
