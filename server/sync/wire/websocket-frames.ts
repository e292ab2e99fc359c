/** First byte of a whole binary message that is not masked, as servers send it (RFC 6455, 5.2). */
const WHOLE_BINARY = 0x82;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/** Messages as they stand on the wire, one behind the other in one piece. `room` gives the bytes. */
export function websocketFrames(
  messages: readonly Uint8Array[],
  room: (length: number) => Buffer = Buffer.allocUnsafeSlow,
): Uint8Array {
  let length = 0;
  for (const message of messages) {
    length += headerLength(message.length) + message.length;
  }
  const bytes = room(length);
  let at = 0;
  for (const message of messages) {
    at = writeHeader(bytes, at, message.length);
    bytes.set(message, at);
    at += message.length;
  }
  return bytes;
}

function headerLength(length: number): number {
  if (length < LENGTH_16) {
    return 2;
  }
  return length < 65_536 ? 4 : 10;
}

function writeHeader(bytes: Buffer, at: number, length: number): number {
  bytes[at] = WHOLE_BINARY;
  if (length < LENGTH_16) {
    bytes[at + 1] = length;
  } else if (length < 65_536) {
    bytes[at + 1] = LENGTH_16;
    bytes.writeUInt16BE(length, at + 2);
  } else {
    bytes[at + 1] = LENGTH_64;
    bytes.writeBigUInt64BE(BigInt(length), at + 2);
  }
  return at + headerLength(length);
}
