export default defineEventHandler(event => sendPublicationFeed(event, 'atom'))
