export default defineEventHandler(event => sendSharePicture(event, 'Plan'))
