import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { readEnvironment } from '../environment'

/** Makes the first administrator, which also closes Strapi's open page for the first visitor to become one. */
export async function createAdministrator(strapi: Core.Strapi): Promise<void> {
  const users = strapi.service('admin::user')
  if (await users.exists()) return
  const { adminEmail, adminPassword } = readEnvironment()
  const superAdmin = await strapi.service('admin::role').getSuperAdmin()
  await users.create({
    email: adminEmail,
    firstname: 'Verwaltung',
    lastname: '',
    password: adminPassword ?? writtenPassword(adminEmail),
    isActive: true,
    registrationToken: null,
    preferedLanguage: 'de',
    roles: [superAdmin.id],
  })
}

function writtenPassword(email: string): string {
  const password = `${randomBytes(18).toString('base64url')}-a1A`
  const file = path.join(readEnvironment().dataDirectory, 'first-admin')
  writeFileSync(file, `${email}\n${password}\n`, { mode: 0o600 })
  return password
}
