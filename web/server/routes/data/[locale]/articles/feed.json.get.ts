export default defineEventHandler(event => sendArticleFeed(event, 'json'))
