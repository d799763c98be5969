import { ExtendedKeyUsage, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension, type Extension } from './x509';

/** What Kubernetes' names of key usages are in X.509 (recorded for 1.20: keyUsage and extKeyUsage of issued certificates). */
const keyUsages: Readonly<Record<string, KeyUsageFlags>> = {
  'digital signature': KeyUsageFlags.digitalSignature,
  'key encipherment': KeyUsageFlags.keyEncipherment,
};

const extendedKeyUsages: Readonly<Record<string, ExtendedKeyUsage>> = {
  'client auth': ExtendedKeyUsage.clientAuth,
  'server auth': ExtendedKeyUsage.serverAuth,
};

/** Returns the extensions that say what a certificate with these usages is good for. */
export function usageExtensions(usages: readonly string[]): readonly Extension[] {
  const flags = usages.flatMap((usage) => keyUsages[usage] ?? []);
  const extended = usages.flatMap((usage) => extendedKeyUsages[usage] ?? []);
  return [
    ...(flags.length > 0
      ? [
          new KeyUsagesExtension(
            flags.reduce((all, flag) => all | flag),
            true,
          ),
        ]
      : []),
    ...(extended.length > 0 ? [new ExtendedKeyUsageExtension(extended)] : []),
  ];
}
