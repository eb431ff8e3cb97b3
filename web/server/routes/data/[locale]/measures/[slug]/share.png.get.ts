export default defineEventHandler(event => sendSharePicture(event, 'Measure'))
