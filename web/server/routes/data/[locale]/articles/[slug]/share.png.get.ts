export default defineEventHandler(event => sendSharePicture(event, 'Article'))
