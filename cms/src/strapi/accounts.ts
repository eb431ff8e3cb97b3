import path from 'node:path'

/**
 * keepAddressesPrivate takes the e-mail address out of what Strapi shows of the account that made or changed an entry,
 * and out of what may be filtered and sorted by. Strapi has no setting for it: its list is changed in place.
 */
export function keepAddressesPrivate(): void {
  const folder = path.dirname(require.resolve('@strapi/admin/package.json'))
  const { ADMIN_USER_ALLOWED_FIELDS }: { ADMIN_USER_ALLOWED_FIELDS: string[] } = require(
    path.join(folder, 'dist/server/server/src/domain/user.js'),
  )
  const index = ADMIN_USER_ALLOWED_FIELDS.indexOf('email')
  if (index >= 0) ADMIN_USER_ALLOWED_FIELDS.splice(index, 1)
}
