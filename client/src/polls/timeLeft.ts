/** What is left until a deadline, in hours, minutes and seconds; null once it has passed. */
export function timeLeft(now: Date, until: Date): { hours: number; minutes: number; seconds: number } | null {
  const left = Math.ceil((until.getTime() - now.getTime()) / 1000);
  if (left <= 0) return null;
  return { hours: Math.floor(left / 3600), minutes: Math.floor((left % 3600) / 60), seconds: left % 60 };
}
