import { useEffect, useState } from 'react';

/** The server's time in milliseconds, told again every second: a device's own clock may be wrong. */
export function useServerNow(serverTime: string): number {
  const [offset, setOffset] = useState(() => Date.parse(serverTime) - Date.now());
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => setOffset(Date.parse(serverTime) - Date.now()), [serverTime]);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now + offset;
}
