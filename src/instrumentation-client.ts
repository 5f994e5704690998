// Next.js looks for this name: it calls it before each change of page.
export { beginNavigation as onRouterTransitionStart } from '@/components/frame/navigation-state';
