import { useEffect, useState } from 'react';

/** The latest server time that came, and how far this device's clock was from it at that moment. */
let latest = { serverTime: '', offset: 0 };

/**
 * How far the device's clock is behind the server's. Called as soon as a view comes: asked for later
 * the first time, a view that lay here for minutes would make the clock late by as much.
 */
export function offsetOf(serverTime: string): number {
  if (latest.serverTime !== serverTime) {
    latest = { serverTime, offset: Date.parse(serverTime) - Date.now() };
  }
  return latest.offset;
}

/** The server's time in milliseconds, told again every second: a device's own clock may be wrong. */
export function useServerNow(serverTime: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now + offsetOf(serverTime);
}
