/** Whether scripts have taken over and this device keeps the answers, so that no address need carry them. */
export const run = $state({ alive: false });
