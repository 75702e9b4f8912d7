// Moves what Date says, in Node (CLOCK_SHIFT_MS) or in a page (globalThis.clockShiftMs) by a constant, or by what globalThis.clockMovedMs is at the time; timers stay as they are.
{
  const shift = Number(globalThis.process?.env.CLOCK_SHIFT_MS ?? globalThis.clockShiftMs ?? 0);
  const isMoved = 'clockMovedMs' in globalThis;
  const Real = Date;
  const realNow = Real.now.bind(Real);
  const now = isMoved ? () => realNow() + globalThis.clockMovedMs : () => realNow() + shift;
  if ((isMoved || shift !== 0) && Real === Real.prototype.constructor) {
    // One Date for all: what another realm or an earlier reference made is an instance of this one too.
    const Shifted = new Proxy(Real, {
      construct: (target, args, newTarget) =>
        Reflect.construct(
          target,
          args.length > 0 ? args : [now()],
          newTarget === Shifted ? target : newTarget,
        ),
      apply: (target) => String(new target(now())),
    });
    Real.now = now;
    Real.prototype.constructor = Shifted;
    globalThis.Date = Shifted;
  }
}
