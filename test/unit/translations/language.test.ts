import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languageOf } from '../../../src/core/messages/language';

for (const tag of ['zh-cn', 'zh-CN', 'zh_CN.UTF-8', 'zh-Hans', 'zh-Hans-SG', 'zh']) {
  test(`${tag} is simplified Chinese`, () => {
    assert.equal(languageOf(tag), 'zh-cn');
  });
}

for (const tag of ['', 'C', 'POSIX', 'en', 'de_DE@euro', 'zh-tw', 'zh_TW.UTF-8', 'zh-Hant-HK']) {
  test(`"${tag}" has English texts`, () => {
    assert.equal(languageOf(tag), 'en');
  });
}
