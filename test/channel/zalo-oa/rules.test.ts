// Zalo OA's own rules alone: the signature with its test vector, which events are somebody writing to us, and what each error code means for the message.
import { expect, test } from 'vitest';
import { Answer, judge } from '../../../src/channel/zalo-oa/errors.ts';
import { parseEvent, readEvent } from '../../../src/channel/zalo-oa/read.ts';
import { signedBy } from '../../../src/channel/zalo-oa/signature.ts';

test('the test vector of the platform notes passes; another first term, another body, another key do not', () => {
  const body =
    '{"app_id":"360846524940903967","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},"user_id_by_app":"552177279717587730","event_name":"user_send_text","message":{"text":"Giá lúa hôm nay?","msg_id":"96d3cdf3af150460909"},"timestamp":"1717061839659"}';
  const mac = 'mac=91910cbf830eb05ab97737f2372a80bfa79b4514370dd44b92a56eedaacaac1c';
  const by = { appId: '360846524940903967', secretKey: 'OA_SECRET_TEST', appSecret: 'APP', oaId: undefined };
  const at = { body: '1717061839659' };
  const documented = { first: 'app', time: 'body', key: 'oa-secret' };
  expect(signedBy(mac, body, at, by)).toEqual(documented);
  expect(signedBy(mac.slice(4), body, at, by)).toEqual(documented);
  expect(signedBy(mac, body, { body: '1', header: '1717061839659' }, by)).toMatchObject({ time: 'header' });
  expect(signedBy(mac, body.replace('lúa', 'lua'), at, by)).toBeUndefined();
  expect(signedBy(mac, body, at, { ...by, secretKey: 'x' })).toBeUndefined();
  expect(signedBy(undefined, body, at, by)).toBeUndefined();
});

test.each([
  [0, 'sent'],
  [-32, 'later'],
  [-200, 'later'],
  [-211, 'later'],
  [-213, 'blocked'],
  [-217, 'blocked'],
  [-230, 'failed'],
  [-218, 'failed'],
  [-224, 'later'],
  [-216, 'later'],
  [-201, 'failed'],
])('error %i is %s', (error, kind) => expect(judge({ error, message: '' }).sent.kind).toBe(kind));

test.each([
  ['user_send_text', 'inbound'],
  ['user_send_gif', 'inbound'],
  ['user_send_business_card', 'inbound'],
  ['user_send_group_text', 'ignore'],
  ['user_send_group_image', 'ignore'],
  ['oa_send_text', 'ignore'],
  ['oa_send_group_text', 'ignore'],
  ['user_seen_message', 'ignore'],
  ['user_reacted_message', 'ignore'],
])('the event %s is %s', (event_name, kind) => {
  const body = JSON.stringify({
    event_name,
    sender: { id: '77' },
    recipient: { id: '5' },
    message: { msg_id: 'm', text: 'ai bán phân bón không' },
  });
  const event = parseEvent(body);
  expect(readEvent(event, body).kind).toBe(kind);
});

test.each([
  [{ error: 0, message: null, data: { message_id: 'x' } }, 'sent'],
  [{ error: '0', message: 'Success', data: null }, 'sent'],
  [{ error: 0, data: { quota: { remain: null } } }, 'sent'],
  [{ error: '-217', message: { text: 'blocked' } }, 'blocked'],
])('the answer %j means %s', (answer, kind) => expect(judge(Answer.parse(answer)).sent.kind).toBe(kind));
