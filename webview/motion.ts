const systemSetting = matchMedia('(prefers-reduced-motion: reduce)');

/** Returns whether the reader wants less motion: by the extension's setting, the editor's, or the system's. */
export function wantsLessMotion(setting: boolean): boolean {
  return setting || systemSetting.matches || document.body.classList.contains('vscode-reduce-motion');
}
