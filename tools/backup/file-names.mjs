/** Names of uploads in rows of Strapi's table `files`, of files and their smaller forms: `uploads/a.jpg`. */
export function fileNamesIn(rows) {
  const names = rows.flatMap(row => row.match(/(?<=\/)uploads\/[^"\\/\s]+/g) ?? [])
  return [...new Set(names)].sort()
}
