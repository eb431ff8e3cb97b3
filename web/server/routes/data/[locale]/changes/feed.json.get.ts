export default defineEventHandler(event => sendChangeFeed(event, 'json'))
