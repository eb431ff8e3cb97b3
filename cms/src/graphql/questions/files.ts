/** Files, and the smaller ones that were made of a picture when it was uploaded. */
import type { Core } from '@strapi/strapi'

const DEFINITIONS = `
  "A smaller form of a picture, made when it was uploaded."
  type PictureVariant {
    "Address of the file, on the website's own host."
    url: String!
    "Media type: image/avif or image/webp."
    mime: String!
    "Pixels."
    width: Int!
    "Pixels."
    height: Int!
  }
  extend type UploadFile {
    "Smaller forms of a picture, AVIF before WebP, the smallest first; none of other files."
    variants: [PictureVariant!]!
  }
`

interface StoredVariant {
  url: string
  mime: string
  width: number
  height: number
}

export function registerFiles(strapi: Core.Strapi): void {
  strapi
    .plugin('graphql')
    .service('extension')
    .use(() => ({
      typeDefs: DEFINITIONS,
      resolvers: {
        UploadFile: {
          variants: ({ formats }: { formats?: Record<string, StoredVariant> | null }) => variantsOf(formats),
        },
      },
    }))
}

function variantsOf(formats: Record<string, StoredVariant> | null | undefined): StoredVariant[] {
  const made = Object.entries(formats ?? {})
    .filter(([key]) => /^\d+\.(avif|webp)$/.test(key))
    .map(([, variant]) => variant)
  return made.sort((a, b) => (a.mime === b.mime ? a.width - b.width : a.mime < b.mime ? -1 : 1))
}
