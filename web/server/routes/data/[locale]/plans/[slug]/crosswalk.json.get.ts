export default defineEventHandler(event =>
  sendCrosswalk(event, 'crosswalk.json', 'application/json', rows => JSON.stringify(rows, null, 2)),
)
