export default defineEventHandler(event => sendPublicationFeed(event, 'json'))
