/** Sent with every answer. Nothing runs but the one small script, nothing is framed, nothing comes from elsewhere. */
export const headers = {
  'Content-Security-Policy':
    'default-src \'none\'; script-src \'self\'; connect-src \'self\'; style-src \'self\'; img-src \'self\'; media-src '
    + '\'self\'; font-src \'self\'; manifest-src \'self\'; form-action \'self\'; base-uri \'none\'; frame-ancestors \'none\'',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
}

/** Sent with what is shown in a preview: nobody keeps or lists it, and the admin may frame it. */
export function previewHeaders(framedBy: string | null) {
  const policy = headers['Content-Security-Policy']
  return {
    ...headers,
    'Content-Security-Policy': framedBy ? policy.replace(/frame-ancestors .*$/, `frame-ancestors ${framedBy}`) : policy,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex, nofollow',
  }
}

/** Sent with files that editors uploaded: in them nothing runs at all. */
export const fileHeaders = { ...headers, 'Content-Security-Policy': 'default-src \'none\'; sandbox' }
