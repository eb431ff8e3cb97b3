export default defineEventHandler(event => sendArticleFeed(event, 'atom'))
