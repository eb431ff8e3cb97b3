export default defineEventHandler(event => sendSharePicture(event, 'FieldOfAction'))
