/**
 * Whether this browser can keep words: it can encrypt them only over https and on the machine itself. Whatever promises
 * that words are kept asks here first.
 */
export const CAN_KEEP = globalThis.isSecureContext === true
