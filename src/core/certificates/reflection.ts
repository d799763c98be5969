/**
 * tsyringe, which @peculiar/x509 finds its parts with, asks for the types that decorators wrote down; its own build writes
 * none down, so the answer is always: nothing. That spares a package that changes every `Reflect` for good.
 */
const reflect = Reflect as { getMetadata?: unknown; getOwnMetadata?: unknown };
reflect.getMetadata ??= () => undefined;
reflect.getOwnMetadata ??= () => undefined;
