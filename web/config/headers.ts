/** Sent with every answer. Nothing runs but the one small script, nothing is framed, nothing comes from elsewhere. */
export const headers = {
  'Content-Security-Policy':
    'default-src \'none\'; script-src \'self\'; connect-src \'self\'; style-src \'self\'; img-src \'self\'; media-src '
    + '\'self\'; font-src \'self\'; form-action \'self\'; base-uri \'none\'; frame-ancestors \'none\'',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
}

/** Sent with files that editors uploaded: in them nothing runs at all. */
export const fileHeaders = { ...headers, 'Content-Security-Policy': 'default-src \'none\'; sandbox' }
