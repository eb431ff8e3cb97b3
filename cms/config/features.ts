/** Strapi's earlier media library: the new one is translated to German only in part. */
export default { useLegacyMediaLibrary: true }
