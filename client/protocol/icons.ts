/** Icons that only this part of the product needs. An icon always stands beside a word. */
export {
  CalendarPlus,
  Columns2,
  Download,
  LockOpen,
  Printer,
  Square,
  Type,
  Volume2,
  VolumeX,
} from 'lucide-react';
