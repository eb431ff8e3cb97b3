/** What answers of the website say of what browsers may do with them. Written out: whoever changes it, means it. */
export const SECURITY = {
  'content-security-policy':
    'default-src \'none\'; script-src \'self\'; connect-src \'self\'; style-src \'self\'; img-src \'self\'; '
    + 'media-src \'self\'; font-src \'self\'; manifest-src \'self\'; form-action \'self\'; base-uri \'none\'; frame-ancestors \'none\'',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'x-powered-by': null,
  'set-cookie': null,
}

/** With files that editors uploaded: in them nothing runs at all. */
export const SECURITY_OF_UPLOADS = { ...SECURITY, 'content-security-policy': 'default-src \'none\'; sandbox' }

/** securityOf is what an answer says of it; null for what it does not name. */
export function securityOf(headers: { get: (name: string) => string | null | undefined }) {
  return Object.fromEntries(Object.keys(SECURITY).map(name => [name, headers.get(name) ?? null]))
}
