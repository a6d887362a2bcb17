/** Which addresses the controller may connect to, of those that its operator wrote or that a name stands for. */
import { BlockList, isIPv6 } from 'node:net';

type Range = readonly [network: string, bits: number];

/** What is never meant: this host, link-local (with it the metadata services of clouds), multicast, broadcast, reserved. */
const forbiddenV4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  // Metadata of Azure and of Alibaba Cloud.
  ['168.63.129.16', 32],
  ['100.100.100.200', 32],
  ['192.0.0.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
const forbiddenV6: readonly Range[] = [
  ['::', 128],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  // Metadata of AWS.
  ['fd00:ec2::254', 128],
  // Tunnels, in which an IPv4 address of anybody's choice is hidden.
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
];
const ownV4: readonly Range[] = [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
];
const ownV6: readonly Range[] = [
  ['::1', 128],
  ['fc00::', 7],
];

const forbidden = listOf(forbiddenV4, forbiddenV6);
const own = listOf(ownV4, ownV6);

/**
 * Why nothing is sent to the IP address, in words for the operator; undefined where it may be. Their own network
 * is theirs to name. Without TLS nothing leaves it.
 */
export function refusalOf(address: string, isSecure: boolean): string | undefined {
  if (isIn(forbidden, address)) return `the address ${address} is not one to send to`;
  if (isSecure || isIn(own, address)) return undefined;
  return `the address ${address} is not of the own network: use https`;
}

function isIn(list: BlockList, address: string): boolean {
  // Of an address with a zone, such as fe80::1%eth0, the list knows the part before it.
  const [bare = ''] = address.split('%');
  return list.check(bare, isIPv6(bare) ? 'ipv6' : 'ipv4');
}

/** IPv4 ranges count in each form in which IPv6 writes them: mapped, compatible, and through NAT64. */
function listOf(v4: readonly Range[], v6: readonly Range[]): BlockList {
  const list = new BlockList();
  for (const [network, bits] of v4) {
    list.addSubnet(network, bits, 'ipv4');
    for (const prefix of ['::ffff:', '::', '64:ff9b::'])
      // 0.0.0.0/8 in the compatible form would be ::1 too.
      if (prefix !== '::' || network !== '0.0.0.0')
        list.addSubnet(`${prefix}${network}`, 96 + bits, 'ipv6');
  }
  for (const [network, bits] of v6) list.addSubnet(network, bits, 'ipv6');
  return list;
}
