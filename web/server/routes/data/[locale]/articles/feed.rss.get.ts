export default defineEventHandler(event => sendArticleFeed(event, 'rss'))
