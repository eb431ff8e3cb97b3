export default defineEventHandler(event => sendChangeFeed(event, 'atom'))
